package dev.countersign.assess.signoff;

import dev.countersign.attest.Statement;
import dev.countersign.attest.Subject;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A sign-off as an in-toto statement, written and read. */
public final class SignOffStatement {
  /** The type of its predicate. */
  public static final String TYPE = "https://countersign.dev/sign-off/v1";

  private SignOffStatement() {}

  /** The statement: its subject is the system, by the digest of its meaning. */
  public static Statement of(SignedContent content) {
    return new Statement(
        List.of(Subject.sha256(content.system(), hex(content.digest()))), TYPE, predicate(content));
  }

  /**
   * Reads the statement, and believes nothing in it that it can work out by itself.
   *
   * @throws MalformedSignOff if it is no sign-off, if an item does not have the digest that it
   *     says, or if the system in it is not the one that it is about
   */
  public static SignedContent read(Statement statement) throws MalformedSignOff {
    if (!statement.predicateType().equals(TYPE)) {
      throw new MalformedSignOff("It is no sign-off but " + statement.predicateType() + ".");
    }
    SignedContent content = new ContentReader(statement.predicate()).content();
    boolean about =
        statement.subjects().size() == 1
            && statement.subjects().getFirst().name().equals(Optional.of(content.system()))
            && statement.subjects().getFirst().sha256().equals(Optional.of(hex(content.digest())));
    if (!about) {
      throw new MalformedSignOff("Its subject is not the system that it holds.");
    }
    return content;
  }

  private static ObjectNode predicate(SignedContent content) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("role", content.role().word());
    node.put("signedAt", content.signedAt().toString());
    node.put("asOf", content.asOf().toString());
    node.put("verdict", content.verdict().word());
    content.note().ifPresent(note -> node.put("note", note));
    content.despite().ifPresent(why -> node.put("despite", why));
    register(node.putArray("threats"), content);
    items(node.putArray("items"), content);
    texts(node.putArray("questions"), content.questions());
    ObjectNode evidence = node.putObject("evidence");
    content.evidence().forEach((id, digests) -> texts(evidence.putArray(id), digests));
    knowledge(node.putObject("knowledge"), content);
    node.put("policy", content.policy());
    node.put("trust", content.trust());
    node.putObject("tool").put("name", "countersign").put("version", content.tool());
    node.set("system", Snapshot.of(content.snapshot()));
    return node;
  }

  private static void register(ArrayNode list, SignedContent content) {
    for (SignedContent.Listed threat : content.register()) {
      list.addObject()
          .put("id", threat.id())
          .put("rank", threat.rank())
          .put("state", threat.state());
    }
  }

  private static void items(ArrayNode list, SignedContent content) {
    for (Item item : content.items()) {
      ObjectNode node = list.addObject();
      node.put("kind", item.kind().word());
      node.put("id", item.id());
      item.rank().ifPresent(rank -> node.put("rank", rank.word()));
      node.put("digest", item.digest());
      node.set("dependencies", item.dependencyList());
    }
  }

  private static void knowledge(ObjectNode node, SignedContent content) {
    node.put("rules", content.rules());
    ObjectNode catalogues = node.putObject("catalogues");
    content.catalogues().forEach(catalogues::put);
  }

  private static void texts(ArrayNode list, List<String> texts) {
    texts.forEach(list::add);
  }

  private static String hex(String digest) {
    return digest.substring(digest.indexOf(':') + 1);
  }
}
