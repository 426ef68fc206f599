package dev.countersign.knowledge.catalogue.importer;

import dev.countersign.knowledge.catalogue.CatalogueHeader.SourceFile;
import dev.countersign.model.Place;
import dev.countersign.model.Problem;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import dev.countersign.model.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The publisher's files of one catalogue: reads them within bounds, keeps their digests, and takes
 * what is wrong with them. Nothing outside the folder is read.
 */
final class Upstream {
  private final Path folder;
  private final Problems problems;
  private final List<SourceFile> read = new ArrayList<>();

  Upstream(Path folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  Problems problems() {
    return problems;
  }

  /** The files that were read so far, in that order. */
  List<SourceFile> files() {
    return List.copyOf(read);
  }

  boolean has(String name) {
    return Files.isRegularFile(folder.resolve(name));
  }

  /** A YAML file of the publisher. */
  Optional<YamlNode> yaml(String name) {
    return bytes(name).flatMap(content -> YamlFile.parse(shown(name), content, problems));
  }

  /** The lines of a text file of the publisher. */
  List<String> lines(String name) {
    return bytes(name).map(content -> text(name, content).lines().toList()).orElse(List.of());
  }

  /** Reports what is wrong in a text file. */
  void wrong(String name, int line, String message, String expected) {
    problems.add(
        new Problem(
            "malformed-source",
            new Place(shown(name), line, 1),
            1,
            message,
            Optional.of(expected),
            "Check that it is the publisher's file, unchanged and of the format described.",
            Optional.empty()));
  }

  private Optional<byte[]> bytes(String name) {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder.normalize())) {
      wrong(name, 1, "the file lies outside the folder", "a path below the folder");
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(YamlFile.MAX_BYTES + 1);
      if (content.length > YamlFile.MAX_BYTES) {
        wrong(name, 1, "the file is too large", "at most " + YamlFile.MAX_BYTES + " bytes");
        return Optional.empty();
      }
      read.add(new SourceFile(name, sha256(content)));
      return Optional.of(content);
    } catch (IOException failed) {
      wrong(name, 1, "the file cannot be read", "a readable file");
      return Optional.empty();
    }
  }

  private String text(String name, byte[] content) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException notText) {
      wrong(name, 1, "the file is not UTF-8", "text in UTF-8");
      return "";
    }
  }

  private String shown(String name) {
    return YamlFile.shownName(folder.resolve(name));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
