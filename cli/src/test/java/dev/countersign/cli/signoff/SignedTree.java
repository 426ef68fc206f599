package dev.countersign.cli.signoff;

import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.attest.key.PublicKeys;
import dev.countersign.cli.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A repository with a system, a trust policy and the keys of three people. */
final class SignedTree {
  static final String SYSTEM =
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
        letters: { origin: production-logs, writers: [customer], labels: { from: complaints, writers: [customer] }, files: letters.csv }
      models:
        sorter: { task: classification, origin: trained-here, base: none, trained-on: [letters], exposes: [label], files: sorter.onnx }
      components:
        api: { runs: sorter, callers: [clerk] }
      decisions:
        shelve: { by: sorter, automation: human-approves, volume: 100/day, reversible: yes }
      resolutions:
        data-poisoning@letters:
          accepted: { by: Board, until: 2027-06-30, reason: Letters are read., record: B-1 }
      """;

  private static final String TRUST =
      """
      countersign-trust: 1
      identities:
        ada: { name: Ada Lovelace, key: keys/ada.pub.pem }
        ben: { name: Ben Bitdiddle, key: keys/ben.pub.pem }
      rules:
        - { identity: ada, roles: [ml-lead], systems: [desk] }
        - { identity: ben, roles: [security-lead], systems: [desk] }
      """;

  private final Path root;

  SignedTree(Path root) {
    this.root = root;
    folder(".git");
    write("countersign.yaml", SYSTEM);
    write("countersign-trust.yaml", TRUST);
    write("letters.csv", "letter,label\n1,complaint\n");
    write("sorter.onnx", "weights");
    Stream.of("ada", "ben", "eve").forEach(this::key);
  }

  private void key(String name) {
    KeyPair pair = NewKeys.generate(KeyKind.P256);
    write("keys/" + name + ".pem", text(NewKeys.pem(pair.getPrivate())));
    write("keys/" + name + ".pub.pem", text(PublicKeys.pem(pair.getPublic())));
  }

  private static String text(byte[] pem) {
    return new String(pem, StandardCharsets.US_ASCII);
  }

  Path path(String name) {
    return root.resolve(name);
  }

  SignedTree write(String name, String text) {
    try {
      Files.createDirectories(path(name).getParent());
      Files.writeString(path(name), text);
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  SignedTree edit(String text, String other) {
    try {
      String yaml = Files.readString(path("countersign.yaml"));
      if (!yaml.contains(text)) {
        throw new IllegalArgumentException("the system has no " + text);
      }
      return write("countersign.yaml", yaml.replace(text, other));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void folder(String name) {
    try {
      Files.createDirectories(path(name));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Somebody signs in a role. */
  Run signs(String name, String role, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "signoff",
                root.toString(),
                "--role",
                role,
                "--key",
                path("keys/" + name + ".pem").toString(),
                "--yes"));
    args.addAll(List.of(more));
    return Run.of(args.toArray(String[]::new));
  }

  /** A command about the tree; its output names no temporary folder. */
  Run run(String command, String... more) {
    List<String> args = new ArrayList<>(List.of(command, root.toString()));
    args.addAll(List.of(more));
    Run run = Run.of(args.toArray(String[]::new));
    return new Run(run.code(), plain(run.out()), plain(run.err()));
  }

  String plain(String text) {
    return text.replace(root.toString() + "/", "");
  }

  /** The names of the files of signatures. */
  List<String> files() {
    Path drawer = path(".countersign/sign-off/desk");
    if (!Files.exists(drawer)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(drawer)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
