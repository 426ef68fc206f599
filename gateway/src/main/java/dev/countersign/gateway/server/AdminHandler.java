package dev.countersign.gateway.server;

import dev.countersign.gateway.metrics.Metrics;
import dev.countersign.gateway.upstream.Prepared;
import dev.countersign.gateway.upstream.Upstream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The port for operators: health, metrics, reload. Nothing of the main port is here. */
final class AdminHandler extends Handler.Abstract {
  private static final String JSON = "application/json";

  private final Metrics metrics;
  private final Supplier<List<Upstream>> upstreams;
  private final BooleanSupplier serving;
  private final Supplier<Optional<String>> reload;
  private final Supplier<ObjectNode> tools;

  /**
   * With what it shows.
   *
   * @param reload reads everything again; says what was wrong
   * @param tools what servers of tools were last seen to offer
   */
  AdminHandler(
      Metrics metrics,
      Supplier<List<Upstream>> upstreams,
      BooleanSupplier serving,
      Supplier<Optional<String>> reload,
      Supplier<ObjectNode> tools) {
    this.metrics = metrics;
    this.upstreams = upstreams;
    this.serving = serving;
    this.reload = reload;
    this.tools = tools;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    switch (request.getMethod() + " " + request.getHttpURI().getPath()) {
      case "GET /health/live" -> answer(response, callback, 200, JSON, "{\"live\":true}");
      case "GET /health/ready" -> ready(response, callback);
      case "GET /metrics" ->
          answer(response, callback, 200, "text/plain; version=0.0.4", metrics.text());
      case "GET /admin/tools" -> answer(response, callback, 200, JSON, tools.get().toString());
      case "POST /admin/reload" -> reload(request, response, callback);
      default -> answer(response, callback, 404, JSON, error("There is nothing here."));
    }
    return true;
  }

  private void ready(Response response, Callback callback) {
    List<Upstream> all = upstreams.get();
    boolean ready = serving.getAsBoolean() && all.stream().allMatch(Upstream::isReady);
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("ready", ready);
    ObjectNode each = body.putObject("upstreams");
    for (Upstream upstream : all) {
      each.put(
          upstream.config().name(),
          switch (upstream.prepared()) {
            case Prepared.Ready fine -> "ready";
            case Prepared.Preparing later -> "its model is being verified";
            case Prepared.Refused refused -> refused.why();
          });
    }
    answer(response, callback, ready ? 200 : 503, JSON, body.toString());
  }

  private void reload(Request request, Response response, Callback callback) {
    // No page in a browser may do this.
    if (request.getHeaders().contains(HttpHeader.ORIGIN)) {
      answer(response, callback, 403, JSON, error("Not from a browser."));
      return;
    }
    Optional<String> wrong = reload.get();
    answer(
        response,
        callback,
        wrong.isPresent() ? 409 : 200,
        JSON,
        wrong.map(AdminHandler::error).orElse("{\"reloaded\":true}"));
  }

  private static String error(String message) {
    return JsonNodeFactory.instance.objectNode().put("error", message).toString();
  }

  private static void answer(
      Response response, Callback callback, int status, String type, String body) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
  }
}
