package dev.countersign.bom;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that runs or is called: a component, a tool, an MCP server, a store, or a model that
 * somebody else hosts.
 *
 * @param ref by which others refer to it
 * @param name for people
 * @param kind a word: {@code component}, {@code agent}, {@code tool}, {@code mcp-server}, {@code
 *     store}, {@code hosted-model}
 * @param description in words
 * @param provider who runs it, where that is somebody else
 * @param version of it
 * @param authenticated whether callers have to say who they are
 * @param zone where it runs
 * @param data the data that goes in or out, by how sensitive it is
 * @param properties further facts by name
 */
public record Service(
    String ref,
    String name,
    String kind,
    Optional<String> description,
    Optional<String> provider,
    Optional<String> version,
    Optional<Boolean> authenticated,
    Optional<String> zone,
    List<Data> data,
    SortedMap<String, String> properties) {
  public Service {
    data = List.copyOf(data);
    properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
  }

  /**
   * Data that goes in or out.
   *
   * @param inbound whether it goes in
   * @param classification how sensitive it is
   */
  public record Data(boolean inbound, String classification) {}
}
