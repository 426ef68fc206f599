package dev.countersign.attest;

import dev.countersign.attest.json.MalformedJson;
import dev.countersign.attest.json.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Statements as JSON (in-toto Attestation Framework, spec/v1/statement.md). */
public final class Statements {
  /** More than any model has files. */
  private static final int MOST_SUBJECTS = 100_000;

  private static final Map<String, Integer> HEXADECIMAL_DIGITS =
      Map.of("sha256", 64, "sha384", 96, "sha512", 128, "blake3", 64, "blake2b", 128);

  private static final int MOST_CHARACTERS = 1_024;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Statements() {}

  /** Reads a signed payload. Members that it does not know are passed over, as in-toto says. */
  public static Statement parse(byte[] payload) throws MalformedStatement {
    ObjectNode json = json(payload);
    if (!json.path("_type").equals(json.stringNode(Statement.TYPE))) {
      throw new MalformedStatement("\"_type\" is not %s.".formatted(Statement.TYPE));
    }
    JsonNode type = json.path("predicateType");
    if (!type.isString() || type.stringValue().isEmpty()) {
      throw new MalformedStatement("The statement has no text \"predicateType\".");
    }
    return new Statement(subjects(json.path("subject")), type.stringValue(), predicate(json));
  }

  /** Writes it in one line; the same statement gives the same bytes. */
  public static byte[] write(Statement statement) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("_type", Statement.TYPE);
    ArrayNode subjects = json.putArray("subject");
    statement.subjects().forEach(subject -> write(subject, subjects.addObject()));
    json.put("predicateType", statement.predicateType());
    json.set("predicate", statement.predicate());
    return MAPPER.writeValueAsBytes(json);
  }

  private static void write(Subject subject, ObjectNode json) {
    subject.name().ifPresent(name -> json.put("name", name));
    ObjectNode digests = json.putObject("digest");
    subject.digests().forEach(digests::put);
  }

  private static ObjectNode json(byte[] payload) throws MalformedStatement {
    try {
      return StrictJson.object(payload);
    } catch (MalformedJson e) {
      throw new MalformedStatement(e.getMessage());
    }
  }

  private static ObjectNode predicate(ObjectNode json) throws MalformedStatement {
    JsonNode predicate = json.path("predicate");
    if (predicate.isMissingNode()) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (predicate instanceof ObjectNode object) {
      return object;
    }
    throw new MalformedStatement("\"predicate\" of the statement is no object.");
  }

  private static List<Subject> subjects(JsonNode json) throws MalformedStatement {
    if (!json.isArray() || json.isEmpty() || json.size() > MOST_SUBJECTS) {
      throw new MalformedStatement(
          "The statement needs a list \"subject\" of 1 to %d.".formatted(MOST_SUBJECTS));
    }
    List<Subject> subjects = new ArrayList<>();
    for (JsonNode item : json) {
      subjects.add(subject(item));
    }
    return subjects;
  }

  private static Subject subject(JsonNode json) throws MalformedStatement {
    JsonNode name = json.path("name");
    if (!name.isMissingNode() && !name.isString()) {
      throw new MalformedStatement("\"name\" of a subject is no text.");
    }
    JsonNode digests = json.path("digest");
    if (!digests.isObject() || digests.isEmpty()) {
      throw new MalformedStatement("A subject of the statement has no \"digest\".");
    }
    return new Subject(
        name.isString() ? Optional.of(name.stringValue()) : Optional.empty(), digests(digests));
  }

  private static SortedMap<String, String> digests(JsonNode json) throws MalformedStatement {
    SortedMap<String, String> digests = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      digests.put(member.getKey(), digest(member.getKey(), member.getValue()));
    }
    return digests;
  }

  private static String digest(String algorithm, JsonNode value) throws MalformedStatement {
    if (!value.isString() || !isDigest(algorithm, value.stringValue())) {
      throw new MalformedStatement(
          "\"%s\" of a subject is no digest in lower-case hexadecimal digits."
              .formatted(algorithm));
    }
    return value.stringValue();
  }

  /** Other algorithms have digests of other forms, Go's {@code h1:} in Base64 for one. */
  private static boolean isDigest(String algorithm, String text) {
    Integer digits = HEXADECIMAL_DIGITS.get(algorithm);
    return digits == null
        ? !text.isEmpty() && text.length() <= MOST_CHARACTERS
        : text.length() == digits && text.chars().allMatch(Statements::isLowerCaseHexadecimal);
  }

  private static boolean isLowerCaseHexadecimal(int character) {
    return character >= '0' && character <= '9' || character >= 'a' && character <= 'f';
  }
}
