import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The gateway before the fraud model, as a client sees it. */
final class Gateway {
  private static final Pattern SCORE = Pattern.compile("\"data\" *: *\\[ *([-+.0-9Ee]{1,30})");
  private static final String BODY =
      "{\"inputs\":[{\"name\":\"payment\",\"shape\":[1,5],\"datatype\":\"FP32\",\"data\":[%s]}]}";

  /** A gateway that has just started verifies the model first. */
  private static final int MOST_WAITS = 100;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI model;

  /**
   * What it said.
   *
   * @param id of the request, as in the gateway's log
   * @param score from 0 to 1; empty where a gate refused the request
   */
  record Answer(String id, OptionalDouble score) {}

  Gateway(String url) {
    this.model = URI.create(url + "/v2/models/fraud/infer");
  }

  /**
   * Asks for the score of a payment.
   *
   * @throws IOException if there is no answer, or another one than a score or a refusal
   */
  Answer ask(String client, double[] payment) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(model)
            .header("content-type", "application/json")
            .header("x-client", client)
            .POST(HttpRequest.BodyPublishers.ofString(BODY.formatted(text(payment))))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    for (int wait = 0; response.statusCode() == 503 && wait < MOST_WAITS; wait++) {
      Thread.sleep(100);
      response = http.send(request, HttpResponse.BodyHandlers.ofString());
    }
    if (response.statusCode() != 200 && response.statusCode() != 422) {
      throw new IOException(
          "the gateway said %d: %s".formatted(response.statusCode(), response.body()));
    }
    String id = response.headers().firstValue("x-request-id").orElse("");
    return new Answer(id, score(response));
  }

  private static OptionalDouble score(HttpResponse<String> response) {
    Matcher score = SCORE.matcher(response.body());
    return response.statusCode() == 200 && score.find()
        ? OptionalDouble.of(Double.parseDouble(score.group(1)))
        : OptionalDouble.empty();
  }

  /** A payment as it is sent and as it stands in a table: numbers with a comma between. */
  static String text(double[] payment) {
    return Arrays.stream(payment)
        .mapToObj(it -> it == Math.rint(it) ? Long.toString((long) it) : Double.toString(it))
        .collect(Collectors.joining(","));
  }
}
