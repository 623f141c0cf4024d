package dev.outreach.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class JobsTextTest {

  @Test
  void shouldSayWhyAJobWaitsAndWhatItCouldNotUse() throws JsonProcessingException {
    assertThat(
            print(
                """
                [{"job_id": "j", "platform": "instagram", "source": "table", "status": "waiting",
                  "found": 12, "duplicates": 3, "refused": 2, "reason": "no more calls",
                  "waits_until": "2026-11-22T13:00:00Z",
                  "refused_by_reason": {"NOT_FOUND": 1, "BAD_HANDLE": 1}}]
                """))
        .contains("table", "waiting", "12")
        .contains("no more calls until 2026-11-22T13:00:00Z; refused: BAD_HANDLE 1, NOT_FOUND 1");
  }

  @Test
  void shouldLeaveOutWhatIsNotKnown() throws JsonProcessingException {
    assertThat(
            print(
                """
                [{"job_id": "j", "platform": "instagram", "source": "topic", "status": "running",
                  "found": 0, "duplicates": 0, "refused": 0, "reason": null, "waits_until": null,
                  "refused_by_reason": {}}]
                """))
        .doesNotContain("null", "until", "refused:");
  }

  @Test
  void shouldSayHowToBeginWhereThereIsNoJob() throws JsonProcessingException {
    assertThat(print("[]")).startsWith("No job yet: insert a row");
  }

  private static String print(String jobs) throws JsonProcessingException {
    StringWriter text = new StringWriter();
    try (PrintWriter out = new PrintWriter(text)) {
      new JobsText(out).print(new ObjectMapper().readTree(jobs));
    }
    return text.toString();
  }
}
