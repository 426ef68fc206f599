package dev.countersign.cli.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.attest.Signer;
import dev.countersign.attest.SigningFailed;
import dev.countersign.attest.Statement;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.bundle.MalformedBundle;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.attest.key.PublicKeys;
import dev.countersign.cli.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A repository in which every kind of evidence proves a control, made by the command line. */
final class ProvenTree {
  static final String DATASET = ".countersign/letters.sigstore.json";
  static final String TRAINING = ".countersign/sorter.training.sigstore.json";
  static final String SIGNATURE = "sorter.onnx.sig";
  static final String TESTS = "tests.sigstore.json";
  static final String DOCUMENT = "limits.md";
  static final String REPORT = "https://tests.example/report/v1";

  private static final String SYSTEM =
      """
      countersign: 1
      system:
        id: desk
        purpose: Sorts letters to a bank.
        ml-lead: ada@desk.example
        security-lead: ben@desk.example
        next-checkpoint: 2027-02-01
      actors:
        clerk: staff
        customer: { trust: customer, gains: a complaint is lost }
      datasets:
        letters:
          origin: production-logs
          writers: [customer]
          labels: { from: complaints, writers: [customer] }
          files: letters/*.csv
      models:
        sorter: { task: classification, origin: trained-here, base: none, trained-on: [letters], exposes: [label], files: sorter.onnx }
      components:
        api: { runs: sorter, callers: [clerk, customer] }
      decisions:
        shelve: { by: sorter, automation: human-approves, volume: 100/day, reversible: yes }
      controls:
        dataset-provenance@letters: { dataset-provenance: %s }
        training-provenance@sorter: { training-provenance: %s }
        model-signing@sorter: { model-signature: %s }
        behaviour-testing@sorter:
          attestation: { file: %s, predicate: "%s", where: predicate.result == "PASSED" }
        release-gate@sorter: { sign-off: { roles: [ml-lead, security-lead] } }
        rate-limiting@api:
          document: { file: %s, sha256: %s, reviewer: ben@desk.example, expires: 2027-06-30 }
      """;

  private static final String TRUST =
      """
      countersign-trust: 1
      identities:
        ada: { key: keys/ada.pub.pem }
        ben: { key: keys/ben.pub.pem }
        dana: { key: keys/dana.pub.pem }
        pipeline: { certificate: { authorities: [keys/ca.pem], subject: %s } }
      rules:
        - { identity: ada, roles: [ml-lead] }
        - { identity: ben, roles: [security-lead] }
        - { identity: dana, roles: [data-steward] }
        - { identity: pipeline, roles: [ci] }
      """;

  private final Path root;

  ProvenTree(Path root) {
    this.root = root;
  }

  /** Makes it, with all that is signed. */
  static ProvenTree made(Path root, People people) throws Exception {
    ProvenTree tree = new ProvenTree(root);
    Files.createDirectories(root.resolve(".git"));
    tree.keys(people);
    tree.write("countersign-trust.yaml", TRUST.formatted(People.PIPELINE));
    tree.write("letters/a.csv", "letter,label\n1,complaint\n");
    tree.write("letters/b.csv", "letter,label\n2,praise\n");
    tree.write("sorter.onnx", "weights");
    tree.write(DOCUMENT, "# Limits\n");
    tree.write(
        "countersign.yaml",
        SYSTEM.formatted(
            DATASET, TRAINING, SIGNATURE, TESTS, REPORT, DOCUMENT, tree.sha256(DOCUMENT)));
    tree.data("dana");
    tree.run(
        "provenance",
        "training",
        tree.at("sorter.onnx"),
        "--dataset",
        tree.at(".countersign/letters.dataset.json"),
        "--key",
        tree.key("ada"));
    tree.model("ada");
    tree.put(
        TESTS,
        people.pipeline(LocalDate.of(2026, 1, 1), LocalDate.of(2028, 1, 1)),
        tree.report("\"result\": \"PASSED\""));
    tree.signs("ada", "ml-lead");
    tree.signs("ben", "security-lead");
    return tree;
  }

  /** The same in another folder, to be attacked. */
  ProvenTree copiedTo(Path other) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(path -> !path.equals(root)).toList()) {
        Files.copy(file, other.resolve(root.relativize(file).toString()));
      }
    }
    return new ProvenTree(other);
  }

  private void keys(People people) throws IOException, CertificateEncodingException {
    for (String name : List.of("ada", "ben", "dana", "eve")) {
      write("keys/" + name + ".pem", ascii(NewKeys.pem(people.pair(name).getPrivate())));
      write("keys/" + name + ".pub.pem", ascii(PublicKeys.pem(people.pair(name).getPublic())));
    }
    write(
        "keys/ca.pem",
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(people.authority().getEncoded())
            + "\n-----END CERTIFICATE-----\n");
  }

  private static String ascii(byte[] pem) {
    return new String(pem, StandardCharsets.US_ASCII);
  }

  Path path(String name) {
    return root.resolve(name);
  }

  String at(String name) {
    return path(name).toString();
  }

  String key(String name) {
    return at("keys/" + name + ".pem");
  }

  String read(String name) throws IOException {
    return Files.readString(path(name));
  }

  ProvenTree write(String name, String text) throws IOException {
    Files.createDirectories(path(name).getParent());
    Files.writeString(path(name), text);
    return this;
  }

  /** Replaces text that has to be there. */
  ProvenTree edit(String name, String text, String other) throws IOException {
    assertThat(read(name)).contains(text);
    return write(name, read(name).replace(text, other));
  }

  String sha256(String name) throws IOException, NoSuchAlgorithmException {
    byte[] bytes = Files.readAllBytes(path(name));
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /** A command that has to succeed. */
  Run run(String... arguments) {
    Run run = Run.of(arguments);
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  /** Records the dataset as it is, and somebody signs it. */
  void data(String who) {
    run("provenance", "record", "letters", "--root", root.toString());
    run("provenance", "sign", at(".countersign/letters.dataset.json"), "--key", key(who));
  }

  /** Somebody signs the model as it is. */
  void model(String who) {
    run("sign", at("sorter.onnx"), "--key", key(who));
  }

  /** Somebody signs the threat model. */
  void signs(String who, String role) {
    run(
        "signoff",
        root.toString(),
        "--role",
        role,
        "--key",
        key(who),
        "--yes",
        "--despite-fail",
        "This is about proof.");
  }

  /** A report of tests about the model as it is, with those members. */
  String report(String members) throws IOException, NoSuchAlgorithmException {
    return """
    {"_type": "https://in-toto.io/Statement/v1", "predicateType": "%s",
     "subject": [{"name": "sorter.onnx", "digest": {"sha256": "%s"}}],
     "predicate": {%s}}
    """
        .formatted(REPORT, sha256("sorter.onnx"), members);
  }

  /** Puts a statement, signed as it is written. */
  void put(String name, Signer signer, String payload) throws IOException, SigningFailed {
    put(name, signer.sign(payload.getBytes(StandardCharsets.UTF_8), Statement.PAYLOAD_TYPE));
  }

  void put(String name, Bundle bundle) throws IOException {
    Files.write(path(name), bundle.toJson());
  }

  /** What is signed in a file. */
  String payload(String name) throws IOException, MalformedBundle {
    byte[] payload = Bundle.parse(Files.readAllBytes(path(name))).envelope().payload();
    return new String(payload, StandardCharsets.UTF_8);
  }

  /** The name of the file with the sign-off in a role. */
  String signOff(String role) throws IOException {
    try (Stream<Path> files = Files.list(path(".countersign/sign-off/desk"))) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.contains("/" + role + "."))
          .findFirst()
          .orElseThrow();
    }
  }

  JsonNode check(String... more) {
    String[] arguments =
        Stream.concat(Stream.of("check", "--format", "json", root.toString()), Stream.of(more))
            .toArray(String[]::new);
    Run run = Run.of(arguments);
    assertThat(run.code()).as(run.err()).isBetween(0, 1);
    return JsonMapper.shared().readTree(run.out().replace(root + "/", ""));
  }

  boolean proven(String control) {
    return control(control).path("proven").booleanValue();
  }

  /** Why a control is not proven: what is wrong, and the next step. */
  String refusal(String control) {
    assertThat(proven(control)).as(control + " is proven").isFalse();
    JsonNode evidence = control(control).path("evidence").path(0);
    return evidence.path("detail").stringValue() + " " + evidence.path("next").stringValue();
  }

  private JsonNode control(String id) {
    return check().path("controls").values().stream()
        .filter(control -> control.path("id").stringValue().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The messages of the findings of a rule. */
  List<String> findings(String rule, String... more) {
    return check(more).path("findings").values().stream()
        .filter(finding -> finding.path("rule").stringValue().equals(rule))
        .map(finding -> finding.path("message").stringValue())
        .toList();
  }
}
