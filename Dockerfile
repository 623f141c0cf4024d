# One image for every app: the command says which one runs. Build the product first: ./mvnw -DskipTests package
FROM eclipse-temurin:25.0.1_8-jre-noble
RUN useradd --system --create-home --home-dir /outreach outreach
WORKDIR /outreach
COPY --chown=outreach standalone/target/app/lib /outreach/lib
USER outreach
ENV OUTREACH_LOG_DIR=/tmp/outreach-logs
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp", "/outreach/lib/*", "dev.outreach.standalone.Outreach"]
CMD ["--help"]
