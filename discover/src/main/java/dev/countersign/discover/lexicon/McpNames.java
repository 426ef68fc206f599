package dev.countersign.discover.lexicon;

import dev.countersign.discover.lexicon.Resource.Line;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/** Who is behind MCP servers: {@code mcp.yaml}. */
public final class McpNames {
  private static final Resource FILE = Resource.of("mcp.yaml");
  private static final Map<String, Line> PACKAGES = FILE.lines("packages");
  private static final Map<String, Line> ADDRESSES = FILE.lines("addresses");

  private McpNames() {}

  /**
   * Who makes a server.
   *
   * @param origin a word of the key {@code origin}; empty where it is not known
   * @param supplier who; empty where it is not known
   */
  public record Maker(String origin, String supplier) {}

  /** The maker of a package such as {@code @modelcontextprotocol/server-github}. */
  public static Optional<Maker> ofPackage(String name) {
    return PACKAGES.entrySet().stream()
        .filter(entry -> name.startsWith(entry.getKey()))
        .map(Entry::getValue)
        .map(McpNames::maker)
        .findFirst();
  }

  /** The maker of the server at an address. */
  public static Optional<Maker> ofAddress(String url) {
    return ADDRESSES.entrySet().stream()
        .filter(entry -> url.contains(entry.getKey()))
        .map(Entry::getValue)
        .map(McpNames::maker)
        .findFirst();
  }

  private static Maker maker(Line line) {
    return new Maker(line.text("origin"), line.text("supplier"));
  }
}
