package dev.countersign.provenance.pointer;

import dev.countersign.attest.json.MalformedJson;
import dev.countersign.attest.json.StrictJson;
import dev.countersign.provenance.EntryName;
import dev.countersign.provenance.MalformedMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What is in a folder that DVC keeps: a list of JSON, whose MD5 stands for the folder. It is in
 * DVC's cache, and can be made anew of the folder as it is checked out.
 */
final class DvcListing {
  private static final int LARGEST = 32 << 20;
  private static final int MOST_FILES = 1_000_000;
  private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");

  private final DvcOut folder;

  /** Of an out that is a folder. */
  DvcListing(DvcOut folder) {
    this.folder = folder;
  }

  /** The files that a listing in the cache names; it has to have the MD5 that it should. */
  List<DvcOut> cached(Path file) throws IOException, MalformedMetadata {
    if (Files.size(file) > LARGEST) {
      throw new MalformedMetadata("the listing of " + folder.path() + " is larger than 32 MiB");
    }
    byte[] content = Files.readAllBytes(file);
    if (!isThis(content)) {
      throw new MalformedMetadata(
          "the listing of %s in the cache is not the one it names; dvc fetch brings it anew"
              .formatted(folder.path()));
    }
    return files(content);
  }

  /** The files of a folder as it is checked out; empty where it is not what the pointer names. */
  Optional<List<DvcOut>> checkedOut(Path place) throws IOException, MalformedMetadata {
    if (!Files.isDirectory(place)) {
      return Optional.empty();
    }
    Map<String, Path> files = new TreeMap<>(EntryName.ORDER);
    try (Stream<Path> all = Files.walk(place)) {
      all.filter(Files::isRegularFile)
          .limit(MOST_FILES + 1L)
          .forEach(file -> files.put(name(place, file), file));
    } catch (UncheckedIOException unreadable) {
      return Optional.empty();
    }
    byte[] content = written(files);
    return files.size() <= MOST_FILES && isThis(content)
        ? Optional.of(files(content))
        : Optional.empty();
  }

  private static String name(Path place, Path file) {
    return place.relativize(file).toString().replace('\\', '/');
  }

  private boolean isThis(byte[] content) {
    return Optional.of(Digests.md5(content)).equals(folder.md5());
  }

  /** Byte for byte as Python's json.dumps writes it, since its MD5 is compared. */
  private static byte[] written(Map<String, Path> files) throws IOException {
    StringBuilder json = new StringBuilder("[");
    for (Map.Entry<String, Path> file : files.entrySet()) {
      json.append(json.length() > 1 ? ", " : "")
          .append("{\"md5\": \"")
          .append(Digests.md5(file.getValue()))
          .append("\", \"relpath\": \"");
      file.getKey().chars().forEach(unit -> escape((char) unit, json));
      json.append("\"}");
    }
    return json.append(']').toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void escape(char unit, StringBuilder json) {
    switch (unit) {
      case '"', '\\' -> json.append('\\').append(unit);
      case '\n' -> json.append("\\n");
      case '\r' -> json.append("\\r");
      case '\t' -> json.append("\\t");
      case '\b' -> json.append("\\b");
      case '\f' -> json.append("\\f");
      default -> {
        boolean plain = unit >= ' ' && unit <= '~';
        json.append(plain ? String.valueOf(unit) : "\\u%04x".formatted((int) unit));
      }
    }
  }

  private List<DvcOut> files(byte[] content) throws MalformedMetadata {
    JsonNode files = array(content);
    if (files.size() > MOST_FILES) {
      throw new MalformedMetadata("the listing of " + folder.path() + " names too many files");
    }
    List<DvcOut> found = new ArrayList<>();
    for (JsonNode file : files) {
      found.add(file(file));
    }
    return found;
  }

  private DvcOut file(JsonNode file) throws MalformedMetadata {
    String path = file.path("relpath").asString("");
    String md5 = file.path("md5").asString("");
    if (EntryName.problem(path).isPresent() || !MD5.matcher(md5).matches()) {
      throw new MalformedMetadata(
          "the listing of %s has a file without a name or an MD5".formatted(folder.path()));
    }
    return new DvcOut(path, Optional.of(md5), false, folder.asText(), OptionalLong.empty());
  }

  /** Our reader of JSON wants an object around. */
  private JsonNode array(byte[] content) throws MalformedMetadata {
    String wrapped = "{\"files\":" + new String(content, StandardCharsets.UTF_8) + "}";
    try {
      JsonNode files = StrictJson.object(wrapped.getBytes(StandardCharsets.UTF_8)).path("files");
      if (files.isArray()) {
        return files;
      }
    } catch (MalformedJson malformed) {
      throw new MalformedMetadata("the listing of " + folder.path() + " is no JSON");
    }
    throw new MalformedMetadata("the listing of " + folder.path() + " is no list");
  }
}
