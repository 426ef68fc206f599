package dev.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenAI's API: prompts are checked on their way in, texts and calls on their way out. */
class ChatTest {
  private static final String CHAT = "/v1/chat/completions";

  @TempDir private static Path folder;
  private static FakeUpstream upstream;
  private static Started started;

  @BeforeAll
  static void start() throws Exception {
    upstream = new FakeUpstream();
    started = Started.with(folder, Started.openai(upstream, Started.ALL_GATES), "");
    assertThat(started.notes).isEmpty();
  }

  @BeforeEach
  void forget() {
    upstream.asked.clear();
    upstream.encodings.clear();
  }

  @AfterAll
  static void stop() {
    started.close();
    upstream.close();
  }

  private static String ask(String text) {
    return "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"" + text + "\"}]}";
  }

  private static String stream(String text) {
    return ask(text).replace("{\"model\"", "{\"stream\":true,\"model\"");
  }

  private static String said(String text) {
    return "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
        + text
        + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2}}";
  }

  private static String delta(String delta, String finish) {
    return "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":"
        + delta
        + ",\"finish_reason\":"
        + finish
        + "}]}\n\n";
  }

  private static String part(String text) {
    return delta("{\"content\":\"" + text + "\"}", "null");
  }

  @Test
  void whatNothingSpeaksAgainstPassesAsItIs() throws Exception {
    upstream.answers(200, said("hello"));
    HttpResponse<String> answer = started.post(CHAT, ask("hi"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(said("hello"));
    assertThat(upstream.asked).containsExactly("POST " + CHAT + " " + ask("hi"));
    assertThat(upstream.encodings).containsExactly("identity");
  }

  @Test
  void aRejectedPromptNeverReachesTheModel() throws Exception {
    HttpResponse<String> answer = started.post(CHAT, ask("forbidden"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("input_rejected").doesNotContain("forbidden");
    assertThat(upstream.asked).isEmpty();
  }

  @Test
  void aFlaggedPromptGoesOnAndIsCounted() throws Exception {
    upstream.answers(200, said("hello"));
    assertThat(started.post(CHAT, ask("suspicious")).statusCode()).isEqualTo(200);
    assertThat(started.admin("GET", "/metrics").body())
        .contains(
            "countersign_decisions_total{upstream=\"chat\",gate=\"prompt-gate\",decision=\"flag\"} 1");
  }

  @Test
  void aGateThatFailsDecidesAsTheFailModeSays() throws Exception {
    assertThat(started.post(CHAT, ask("boom")).statusCode()).isEqualTo(422);
    assertThat(upstream.asked).isEmpty();
  }

  @Test
  void aRejectedAnswerIsWithheld() throws Exception {
    upstream.answers(200, said("this is forbidden"));
    HttpResponse<String> answer = started.post(CHAT, ask("hi"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("answer_withheld").doesNotContain("forbidden");
  }

  @Test
  void aDeniedCallIsWithheld() throws Exception {
    upstream.answers(
        200,
        "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"1\","
            + "\"type\":\"function\",\"function\":{\"name\":\"transfer\",\"arguments\":\"{}\"}}]}}]}");
    HttpResponse<String> answer = started.post(CHAT, ask("hi"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("tool_call_denied");
  }

  @Test
  void whatCannotBeReadInOneWayOnlyIsRefused() throws Exception {
    String twice = "{\"model\":\"m\",\"messages\":[],\"messages\":[{\"role\":\"user\"}]}";
    assertThat(started.post(CHAT, twice).statusCode()).isEqualTo(400);
    assertThat(upstream.asked).isEmpty();
  }

  @Test
  void anAnswerThatIsNoJsonIsWithheld() throws Exception {
    upstream.answers(200, "forbidden");
    assertThat(started.post(CHAT, ask("hi")).statusCode()).isEqualTo(502);
  }

  @Test
  void errorsOfTheModelPass() throws Exception {
    upstream.answers(429, "{\"error\":{\"message\":\"slow down\"}}");
    HttpResponse<String> answer = started.post(CHAT, ask("hi"));
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).contains("slow down");
  }

  @Test
  void aStreamPassesWhole() throws Exception {
    upstream.streams(
        delta("{\"role\":\"assistant\",\"content\":\"\"}", "null"),
        part("one two three four"),
        part(" five"),
        delta("{}", "\"stop\""),
        "data: [DONE]\n\n");
    HttpResponse<String> answer = started.post(CHAT, stream("hi"));
    assertThat(answer.headers().firstValue("content-type")).hasValue("text/event-stream");
    assertThat(text(answer.body())).isEqualTo("one two three four five");
    assertThat(answer.body()).contains("\"finish_reason\":\"stop\"").endsWith("data: [DONE]\n\n");
  }

  @Test
  void aFindingThatIsSplitOverChunksAndPacketsEndsTheStream() throws Exception {
    String chunks = part("fine so far and then for") + part("bid") + part("den goods");
    int cut = chunks.indexOf("bid") + 1;
    upstream.streams(
        chunks.substring(0, 20),
        chunks.substring(20, cut),
        chunks.substring(cut),
        delta("{}", "\"stop\""),
        "data: [DONE]\n\n");
    HttpResponse<String> answer = started.post(CHAT, stream("hi"));
    assertThat(text(answer.body())).isEqualTo("fine so far and th");
    assertThat(answer.body())
        .contains("answer_withheld")
        .doesNotContain("[DONE]")
        .doesNotContain("finish_reason\":\"stop");
  }

  @Test
  void aCallThatComesInPartsIsHeldUntilItIsJudged() throws Exception {
    upstream.streams(
        part("I will pay now, yes."),
        delta(
            "{\"tool_calls\":[{\"index\":0,\"id\":\"1\",\"function\":{\"name\":\"transfer\",\"arguments\":\"{\"}}]}",
            "null"),
        delta("{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"}\"}}]}", "null"),
        delta("{}", "\"tool_calls\""),
        "data: [DONE]\n\n");
    HttpResponse<String> answer = started.post(CHAT, stream("hi"));
    assertThat(answer.body()).contains("tool_call_denied").doesNotContain("transfer");
  }

  @Test
  void anAllowedCallInPartsPasses() throws Exception {
    upstream.streams(
        delta(
            "{\"tool_calls\":[{\"index\":0,\"id\":\"1\",\"function\":{\"name\":\"look\",\"arguments\":\"{}\"}}]}",
            "null"),
        delta("{}", "\"tool_calls\""),
        "data: [DONE]\n\n");
    HttpResponse<String> answer = started.post(CHAT, stream("hi"));
    assertThat(answer.body()).contains("look").contains("[DONE]");
  }

  @Test
  void probabilitiesOfTokensAreNotStreamedPastAGate() throws Exception {
    String asked = stream("hi").replace("\"model\"", "\"logprobs\":true,\"model\"");
    assertThat(started.post(CHAT, asked).statusCode()).isEqualTo(400);
  }

  @Test
  void aStreamThatTheServerBreaksOffSaysSo() throws Exception {
    upstream.behaviour =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write(part("half an answer, no more").getBytes());
          exchange.getResponseBody().flush();
        };
    assertThat(started.post(CHAT, stream("hi")).body()).contains("upstream_failed");
  }

  @Test
  void aResponseIsCheckedToo() throws Exception {
    upstream.answers(
        200,
        "{\"output\":[{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"forbidden\"}]}]}");
    assertThat(started.post("/v1/responses", "{\"model\":\"m\",\"input\":\"hi\"}").statusCode())
        .isEqualTo(422);
  }

  @Test
  void aStreamedResponseEndsWithAnErrorEventWhereSomethingIsFound() throws Exception {
    String head =
        "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\",";
    upstream.streams(
        "event: response.created\ndata: {\"type\":\"response.created\",\"response\":{\"output\":[]}}\n\n",
        head + "\"item_id\":\"i\",\"delta\":\"all is well, and forb\"}\n\n",
        head + "\"item_id\":\"i\",\"delta\":\"idden\"}\n\n",
        "event: response.completed\ndata: {\"type\":\"response.completed\",\"response\":{\"output\":[]}}\n\n");
    String body =
        started.post("/v1/responses", "{\"model\":\"m\",\"stream\":true,\"input\":\"hi\"}").body();
    assertThat(body).contains("response.created").contains("all is well").contains("event: error");
    assertThat(body).doesNotContain("idden").doesNotContain("response.completed");
  }

  @Test
  void whatIsEmbeddedIsCheckedAsAPrompt() throws Exception {
    upstream.answers(200, "{\"data\":[{\"embedding\":[0.5]}]}");
    String fine = "{\"model\":\"m\",\"input\":[\"a\",\"b\"]}";
    assertThat(started.post("/v1/embeddings", fine).statusCode()).isEqualTo(200);
    assertThat(started.post("/v1/embeddings", fine.replace("\"b\"", "\"forbidden\"")).statusCode())
        .isEqualTo(422);
  }

  @Test
  void whatIsNotKnownIsNotServed() throws Exception {
    assertThat(started.get("/v1/files").statusCode()).isEqualTo(404);
    assertThat(started.post("/v1/completions", ask("hi")).statusCode()).isEqualTo(404);
    assertThat(started.get("/metrics").statusCode()).isEqualTo(404);
    assertThat(started.get("/health/ready").statusCode()).isEqualTo(404);
    assertThat(started.post("/admin/reload", "").statusCode()).isEqualTo(404);
    assertThat(upstream.asked).isEmpty();
  }

  /** The text of all chunks together. */
  private static String text(String events) {
    StringBuilder text = new StringBuilder();
    for (String line : events.split("\n")) {
      int at = line.indexOf("\"content\":\"");
      if (at >= 0) {
        int from = at + "\"content\":\"".length();
        text.append(line, from, line.indexOf('"', from));
      }
    }
    return text.toString();
  }

  @Test
  void theModelsOfSeveralServersAreOneList(@TempDir Path other) throws Exception {
    try (FakeUpstream rest = new FakeUpstream()) {
      upstream.answers(
          200, "{\"object\":\"list\",\"data\":[{\"id\":\"small\"},{\"id\":\"large\"}]}");
      rest.answers(200, "{\"object\":\"list\",\"data\":[{\"id\":\"small\"},{\"id\":\"tiny\"}]}");
      String both =
          Started.openai(upstream, "    serves: [small]\n")
              + Started.openai(rest, "").replace("chat:", "rest:");
      try (Started two = Started.with(other, both, "")) {
        assertThat(two.get("/v1/models").body())
            .isEqualTo("{\"object\":\"list\",\"data\":[{\"id\":\"small\"},{\"id\":\"tiny\"}]}");
        rest.answers(500, "{}");
        assertThat(two.get("/v1/models").body())
            .isEqualTo("{\"object\":\"list\",\"data\":[{\"id\":\"small\"}]}");
      }
    }
  }
}
