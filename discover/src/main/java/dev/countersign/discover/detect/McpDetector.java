package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.lexicon.McpNames;
import dev.countersign.discover.lexicon.McpNames.Maker;
import dev.countersign.discover.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Configuration of MCP clients: which servers an agent may use. Keys in it are never read. */
public final class McpDetector implements Detector {
  private static final Set<String> NAMES =
      Set.of(
          ".mcp.json",
          "mcp.json",
          "claude_desktop_config.json",
          "mcp_config.json",
          "mcp-config.json",
          "mcp_settings.json",
          "mcp_servers.json",
          "mcp.config.json");
  private static final Set<String> RUNNERS =
      Set.of(
          "npx", "bunx", "uvx", "pnpm", "pipx", "yarn", "npm", "uv", "dlx", "exec", "run", "tool",
          "x");

  @Override
  public boolean wants(Source source) {
    return NAMES.contains(source.name());
  }

  @Override
  public void detect(Source source, Findings findings) {
    Json.json(source)
        .ifPresent(root -> {
          for (String key : List.of("mcpServers", "servers")) {
            for (Map.Entry<String, JsonNode> server : root.path(key).properties()) {
              server(server.getKey(), server.getValue(), source, findings);
            }
          }
        });
  }

  private static void server(String name, JsonNode node, Source source, Findings findings) {
    String url = Json.text(node, "url") + Json.text(node, "serverUrl");
    String command = Json.text(node, "command");
    if (url.isBlank() && command.isBlank()) {
      return;
    }
    String started = started(command, node.path("args"));
    Optional<Maker> maker = url.isBlank() ? McpNames.ofPackage(started) : McpNames.ofAddress(url);
    boolean own = url.isBlank() && isOwn(started);
    findings
        .at(What.MCP_SERVER, name, Lines.quoted(source, name))
        .with(Detail.TRANSPORT, url.isBlank() ? "stdio" : "http")
        .with(Detail.ORIGIN, own ? "own" : maker.map(Maker::origin).orElse(""))
        .with(Detail.SUPPLIER, own ? "" : maker.map(Maker::supplier).orElse(""))
        .with(Detail.UPDATES, own || !url.isBlank() ? "" : updates(started, command))
        .with(Detail.PRODUCT, url.isBlank() ? started : host(url))
        .sure();
  }

  /** What is started: the package, image or script among the words of the command. */
  private static String started(String command, JsonNode args) {
    List<String> words = new ArrayList<>();
    words.add(command);
    args.forEach(arg -> words.add(arg.asString("")));
    if (command.equals("docker") || command.equals("podman")) {
      return words.stream()
          .filter(word ->
              word.indexOf('/') > 0
                  && !word.contains("=")
                  && !word.startsWith("-")
                  && !word.startsWith("/"))
          .findFirst()
          .orElse(command);
    }
    return words.stream()
        .filter(word -> !word.isBlank() && !word.startsWith("-") && !RUNNERS.contains(word))
        .filter(word ->
            !word.equals("node")
                && !word.startsWith("python")
                && !word.equals("cmd")
                && !word.equals("/c"))
        .findFirst()
        .orElse(command);
  }

  /** A script below this folder; packages have no path and no ending. */
  private static boolean isOwn(String started) {
    return (started.startsWith("./")
            || started.endsWith(".py")
            || started.endsWith(".js")
            || started.endsWith(".ts"))
        && !started.startsWith("/")
        && !started.startsWith("..");
  }

  /** Runners fetch the newest version of a package each time, unless one is named. */
  private static String updates(String started, String command) {
    boolean image = command.equals("docker") || command.equals("podman");
    if (image) {
      return started.contains("@sha256:") ? "pinned" : "";
    }
    boolean fetched = command.equals("npx") || command.equals("uvx") || command.equals("bunx");
    int version = Math.max(started.lastIndexOf('@'), started.lastIndexOf("==") + 1);
    boolean exact =
        version > 0
            && version + 1 < started.length()
            && Character.isDigit(started.charAt(version + 1));
    return exact ? "pinned" : fetched ? "automatic" : "";
  }

  private static String host(String url) {
    int start = url.indexOf("://");
    String rest = start < 0 ? url : url.substring(start + 3);
    int end = rest.indexOf('/');
    return end < 0 ? rest : rest.substring(0, end);
  }
}
