# Sets JAVA_HOME to a JDK 25, looking where they are usually installed; sourced by ./mvnw and ./outreach.
# Order: OUTREACH_JAVA_HOME, JAVA_HOME, java on the PATH, SDKMAN, /usr/lib/jvm, macOS.
is_jdk25() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && grep -q '^JAVA_VERSION="25[."]' "$1/release"
}
find_jdk25() {
  path_java=$(command -v javac 2>/dev/null || true)
  [ -z "$path_java" ] || path_java=$(dirname "$(dirname "$(readlink -f "$path_java" 2>/dev/null || echo "$path_java")")")
  for home in "${OUTREACH_JAVA_HOME-}" "${JAVA_HOME-}" "$path_java" \
    $(set +f; ls -d "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/25* /usr/lib/jvm/*25* /usr/java/*25* /opt/*jdk*25* /Library/Java/JavaVirtualMachines/*25*/Contents/Home 2>/dev/null); do
    if [ -n "$home" ] && is_jdk25 "$home"; then
      printf '%s\n' "$home"
      return 0
    fi
  done
  return 1
}
if ! JAVA_HOME=$(find_jdk25); then
  echo "outreach: no JDK 25 found. Install one (Debian: apt install temurin-25-jdk or openjdk-25-jdk; SDKMAN: sdk install java 25-tem) or set OUTREACH_JAVA_HOME." >&2
  exit 10
fi
export JAVA_HOME
