package dev.countersign.assess.signoff;

import dev.countersign.assess.Verdict;
import dev.countersign.attest.json.StrictJson;
import dev.countersign.attest.trust.Role;
import dev.countersign.derive.Severity;
import dev.countersign.model.ModelReader;
import dev.countersign.model.SystemDigest;
import dev.countersign.model.SystemModel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the predicate of a sign-off within bounds. */
final class ContentReader {
  private static final int MOST_ITEMS = 100_000;
  private static final int MOST_DEPENDENCIES = 1_000_000;
  private static final int MOST_VALUES = 2_000_000;
  private static final int MOST_EVIDENCE = 10_000;

  private final ObjectNode predicate;
  private int dependencies;
  private int values;

  ContentReader(ObjectNode predicate) {
    this.predicate = predicate;
  }

  SignedContent content() throws MalformedSignOff {
    Members members = new Members(predicate, "the sign-off");
    Members knowledge = new Members(members.object("knowledge"), "knowledge");
    SystemModel snapshot = snapshot(members.object("system"));
    return new SignedContent(
        members.word("role", Role::of),
        members.time("signedAt"),
        members.day("asOf"),
        SystemDigest.of(snapshot),
        members.word("verdict", ContentReader::verdict),
        members.optionalText("note"),
        members.optionalText("despite"),
        register(members),
        items(members),
        members.texts("questions", MOST_ITEMS),
        evidence(members.object("evidence")),
        knowledge.text("rules"),
        catalogues(knowledge.object("catalogues")),
        members.digest("policy"),
        members.digest("trust"),
        new Members(members.object("tool"), "tool").text("version"),
        snapshot);
  }

  private static Optional<Verdict> verdict(String word) {
    return Stream.of(Verdict.values()).filter(verdict -> verdict.word().equals(word)).findFirst();
  }

  private static SystemModel snapshot(ObjectNode json) throws MalformedSignOff {
    ModelReader.Result result =
        ModelReader.parse("the system of a sign-off", StrictJson.pretty(json));
    if (result.model().isEmpty()) {
      throw new MalformedSignOff(
          "The system in it cannot be read: " + result.problems().getFirst().message() + ".");
    }
    return result.model().get();
  }

  private static List<SignedContent.Listed> register(Members members) throws MalformedSignOff {
    List<SignedContent.Listed> register = new ArrayList<>();
    for (JsonNode node : members.list("threats", MOST_ITEMS)) {
      Members threat = new Members(node, "a threat");
      register.add(
          new SignedContent.Listed(threat.text("id"), threat.text("rank"), threat.text("state")));
    }
    return register;
  }

  private List<Item> items(Members members) throws MalformedSignOff {
    List<Item> items = new ArrayList<>();
    for (JsonNode node : members.list("items", MOST_ITEMS)) {
      items.add(item(new Members(node, "an item")));
    }
    return items;
  }

  private Item item(Members members) throws MalformedSignOff {
    Item item =
        new Item(
            members.word("kind", Item.Kind::of),
            members.text("id"),
            members.has("rank")
                ? Optional.of(members.word("rank", ContentReader::rank))
                : Optional.empty(),
            dependencies(members));
    if (!MessageDigest.isEqual(ascii(item.digest()), ascii(members.digest("digest")))) {
      throw new MalformedSignOff("The digest of " + item.id() + " is not that of its content.");
    }
    return item;
  }

  private static Optional<Severity> rank(String word) {
    return Stream.of(Severity.values()).filter(rank -> rank.word().equals(word)).findFirst();
  }

  private List<Dependency> dependencies(Members item) throws MalformedSignOff {
    List<Dependency> list = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonNode node : item.list("dependencies", MOST_DEPENDENCIES - dependencies)) {
      Dependency dependency = dependency(new Members(node, "a dependency"));
      if (!seen.add(dependency.key())) {
        throw new MalformedSignOff("It names a dependency twice: " + dependency.key() + ".");
      }
      list.add(dependency);
    }
    dependencies += list.size();
    return list;
  }

  private Dependency dependency(Members members) throws MalformedSignOff {
    boolean ids = members.has("ids");
    if (ids == members.has("values")) {
      throw new MalformedSignOff("A dependency has either ids or values.");
    }
    List<String> said = members.texts(ids ? "ids" : "values", MOST_VALUES - values);
    values += said.size();
    return new Dependency(
        members.word("kind", Dependency.Kind::of), members.text("name"), said, ids);
  }

  private static SortedMap<String, List<String>> evidence(ObjectNode node) throws MalformedSignOff {
    Members members = new Members(node, "evidence");
    SortedMap<String, List<String>> evidence = new TreeMap<>();
    for (String control : members.names()) {
      evidence.put(control, members.texts(control, MOST_EVIDENCE));
    }
    return evidence;
  }

  private static SortedMap<String, String> catalogues(ObjectNode node) throws MalformedSignOff {
    Members members = new Members(node, "catalogues");
    SortedMap<String, String> catalogues = new TreeMap<>();
    for (String id : members.names()) {
      catalogues.put(id, members.text(id));
    }
    return catalogues;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
