package dev.countersign.guard.output.policy;

import dev.countersign.guard.Decision;
import dev.countersign.guard.FailMode;
import dev.countersign.guard.profile.UnusableProfile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Policies as JSON. What is not known is refused: a guard must not ignore half of its policy. */
final class PolicyJson {
  private static final Set<String> TOP = Set.of("usual", "destinations", "canaries");
  private static final Set<String> KEYS =
      Set.of(
          "hosts",
          "images",
          "links",
          "data",
          "max-length",
          "fail",
          "schema",
          "commands",
          "tables",
          "numbers");
  private static final Set<String> NUMBERS =
      Set.of("min", "max", "step", "sum", "tolerance", "least", "most");

  private PolicyJson() {}

  static OutputPolicy read(ObjectNode json) throws UnusableProfile {
    known(json, TOP);
    DestinationPolicy usual = destination(json.path("usual"), DestinationPolicy.usual());
    Map<Destination, DestinationPolicy> destinations = new EnumMap<>(Destination.class);
    for (Map.Entry<String, JsonNode> member : json.path("destinations").properties()) {
      Destination destination =
          Destination.of(member.getKey()).orElseThrow(() -> unknown(member.getKey()));
      destinations.put(destination, destination(member.getValue(), usual));
    }
    return new OutputPolicy(destinations, usual, texts(json.path("canaries")));
  }

  private static DestinationPolicy destination(JsonNode json, DestinationPolicy usual)
      throws UnusableProfile {
    known(json, KEYS);
    return new DestinationPolicy(
        json.has("hosts") ? new Hosts(texts(json.path("hosts"))) : usual.hosts(),
        word(json.path("images"), Reach::of, usual.images()),
        word(json.path("links"), Reach::of, usual.links()),
        data(json.path("data"), usual.data()),
        json.path("max-length").asInt(usual.maxLength()),
        word(json.path("fail"), FailMode::of, usual.fail()),
        json.has("schema") ? Optional.of(json.path("schema")) : usual.schema(),
        json.has("commands") ? texts(json.path("commands")) : usual.commands(),
        json.has("tables") ? texts(json.path("tables")) : usual.tables(),
        json.has("numbers") ? numbers(json.path("numbers")) : usual.numbers());
  }

  private static NumberRange numbers(JsonNode json) throws UnusableProfile {
    known(json, NUMBERS);
    NumberRange any = NumberRange.any();
    return new NumberRange(
        json.path("min").asDouble(any.min()),
        json.path("max").asDouble(any.max()),
        json.path("step").asDouble(any.step()),
        json.path("sum").asDouble(any.sum()),
        json.path("tolerance").asDouble(any.tolerance()),
        json.path("least").asInt(any.least()),
        json.path("most").asInt(any.most()));
  }

  private static Map<DataClass, Decision> data(JsonNode json, Map<DataClass, Decision> usual)
      throws UnusableProfile {
    Map<DataClass, Decision> data = new EnumMap<>(DataClass.class);
    data.putAll(usual);
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      DataClass dataClass =
          DataClass.of(member.getKey()).orElseThrow(() -> unknown(member.getKey()));
      data.put(dataClass, word(member.getValue(), PolicyJson::decision, Decision.REJECT));
    }
    return data;
  }

  private static Optional<Decision> decision(String word) {
    return Stream.of(Decision.values()).filter(one -> one.word().equals(word)).findFirst();
  }

  private interface Words<T> {
    Optional<T> of(String word);
  }

  private static <T> T word(JsonNode json, Words<T> words, T otherwise) throws UnusableProfile {
    if (json.isMissingNode()) {
      return otherwise;
    }
    String word = json.asString("");
    return words.of(word).orElseThrow(() -> unknown(word));
  }

  private static List<String> texts(JsonNode json) {
    List<String> texts = new ArrayList<>();
    json.forEach(one -> texts.add(one.asString("")));
    return texts;
  }

  private static void known(JsonNode json, Set<String> keys) throws UnusableProfile {
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      if (!keys.contains(member.getKey())) {
        throw unknown(member.getKey());
      }
    }
  }

  private static UnusableProfile unknown(String word) {
    return new UnusableProfile(
        "The output policy says \"%s\", which this version does not know. Have the profile made again with countersign guard sign."
            .formatted(word));
  }

  static ObjectNode write(OutputPolicy policy) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    write(policy.usual(), json.putObject("usual"));
    ObjectNode destinations = json.putObject("destinations");
    for (Destination destination : Destination.values()) {
      DestinationPolicy one = policy.destinations().get(destination);
      if (one != null) {
        write(one, destinations.putObject(destination.word()));
      }
    }
    write(policy.canaries(), "canaries", json);
    return json;
  }

  private static void write(DestinationPolicy policy, ObjectNode json) {
    write(policy.hosts().names(), "hosts", json);
    json.put("images", policy.images().word());
    json.put("links", policy.links().word());
    ObjectNode data = json.putObject("data");
    for (DataClass dataClass : DataClass.values()) {
      data.put(dataClass.word(), policy.of(dataClass).word());
    }
    json.put("max-length", policy.maxLength());
    json.put("fail", policy.fail().word());
    policy.schema().ifPresent(schema -> json.set("schema", schema));
    write(policy.commands(), "commands", json);
    write(policy.tables(), "tables", json);
    if (!policy.numbers().equals(NumberRange.any())) {
      write(policy.numbers(), json.putObject("numbers"));
    }
  }

  private static void write(NumberRange range, ObjectNode json) {
    finite("min", range.min(), json);
    finite("max", range.max(), json);
    finite("step", range.step(), json);
    finite("sum", range.sum(), json);
    finite("tolerance", range.tolerance(), json);
    json.put("least", range.least());
    json.put("most", range.most());
  }

  private static void finite(String key, double value, ObjectNode json) {
    if (Double.isFinite(value)) {
      json.put(key, value);
    }
  }

  private static void write(List<String> texts, String key, ObjectNode json) {
    texts.forEach(json.putArray(key)::add);
  }
}
