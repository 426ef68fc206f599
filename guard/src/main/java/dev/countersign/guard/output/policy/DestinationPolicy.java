package dev.countersign.guard.output.policy;

import dev.countersign.guard.Decision;
import dev.countersign.guard.FailMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a policy says of one destination.
 *
 * @param hosts the hosts that are listed
 * @param images whence things may be loaded without a click
 * @param links where links may lead
 * @param data what is decided about classes of content
 * @param maxLength how long a text may be, in UTF-16 units
 * @param fail what is decided where the gate cannot decide
 * @param schema for {@code json}, a JSON Schema of the subset that {@code JsonShape} has
 * @param commands for {@code shell-command}, the commands that are allowed; empty for the rules
 *     alone
 * @param tables for {@code sql}, the tables that may be read; empty for any but those of the system
 * @param numbers for {@code numbers}
 */
public record DestinationPolicy(
    Hosts hosts,
    Reach images,
    Reach links,
    Map<DataClass, Decision> data,
    int maxLength,
    FailMode fail,
    Optional<JsonNode> schema,
    List<String> commands,
    List<String> tables,
    NumberRange numbers) {
  /** How long a text may be where nothing is said: 1,000,000. */
  public static final int MAX_LENGTH = 1_000_000;

  public DestinationPolicy {
    data = Map.copyOf(data);
    commands = List.copyOf(commands);
    tables = List.copyOf(tables);
  }

  /** What holds where no policy says anything. */
  public static DestinationPolicy usual() {
    return new DestinationPolicy(
        Hosts.none(),
        Reach.LISTED,
        Reach.ANY,
        Map.of(),
        MAX_LENGTH,
        FailMode.CLOSED,
        Optional.empty(),
        List.of(),
        List.of(),
        NumberRange.any());
  }

  /** The same with other hosts. */
  public DestinationPolicy with(Hosts listed) {
    return new DestinationPolicy(
        listed, images, links, data, maxLength, fail, schema, commands, tables, numbers);
  }

  /** The same with another range of numbers. */
  public DestinationPolicy with(NumberRange range) {
    return new DestinationPolicy(
        hosts, images, links, data, maxLength, fail, schema, commands, tables, range);
  }

  /** What is decided about a class of content. */
  public Decision of(DataClass dataClass) {
    return data.getOrDefault(dataClass, dataClass.usual());
  }
}
