package dev.countersign.provenance;

import java.util.List;
import java.util.Optional;

/** Reads one file of a manifest. */
final class EntryReader {
  private final ManifestReader.Tokens in;
  private Optional<String> name = Optional.empty();
  private Optional<String> sha256 = Optional.empty();
  private long bytes = -1;
  private List<String> shards = List.of();
  private Optional<Table> table = Optional.empty();

  EntryReader(ManifestReader.Tokens in) {
    this.in = in;
  }

  Entry entry() throws MalformedManifest {
    in.object("an entry", this::key);
    String known = name.orElseThrow(() -> in.malformed("an entry has no name"));
    if (sha256.isPresent() == !shards.isEmpty()) {
      throw in.malformed("\"" + known + "\" has to have either sha256 or shards");
    }
    try {
      return new Entry(known, bytes, content(), shards, table);
    } catch (IllegalArgumentException contradiction) {
      throw in.malformed(String.valueOf(contradiction.getMessage()));
    }
  }

  private String content() {
    return sha256.orElseGet(
        () -> shards.stream().allMatch(Sha256::is) ? Shards.digest(shards) : "");
  }

  private void key(String key) throws MalformedManifest {
    switch (key) {
      case "name" -> name = Optional.of(in.text(key));
      case "bytes" -> bytes = in.number(key);
      case "sha256" -> sha256 = Optional.of(in.text(key));
      case "shards" -> shards = in.texts(key, Shards.MAX);
      case "table" -> table = Optional.of(new TableReader(in).table());
      default -> throw in.unknown(key);
    }
  }
}
