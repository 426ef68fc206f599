package dev.countersign.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the head of a manifest, token by token, and has each file read. */
final class ManifestReader {
  private final Tokens in;
  private String dataset = "";
  private String digest = "";
  private long version = -1;
  private Optional<List<Entry>> entries = Optional.empty();

  /**
   * @param parser stands on the first token of the manifest
   */
  ManifestReader(JsonParser parser) {
    in = new Tokens(parser);
  }

  Manifest manifest() throws MalformedManifest {
    in.object("the manifest", this::key);
    if (version != ManifestJson.VERSION) {
      throw new MalformedManifest(
          version < 0 ? "the manifest has no version" : "the version of the manifest is no 1");
    }
    List<Entry> listed =
        entries.orElseThrow(() -> new MalformedManifest("the manifest has no entries"));
    try {
      return new Manifest(dataset, listed, digest);
    } catch (IllegalArgumentException contradiction) {
      throw new MalformedManifest("the manifest: " + contradiction.getMessage(), contradiction);
    }
  }

  private void key(String key) throws MalformedManifest {
    switch (key) {
      case "version" -> version = in.number(key);
      case "dataset" -> dataset = in.text(key);
      case "digest" -> digest = in.text(key);
      case "entries" -> entries = Optional.of(entries());
      default -> throw in.unknown(key);
    }
  }

  private List<Entry> entries() throws MalformedManifest {
    List<Entry> list = new ArrayList<>();
    in.list("entries", Manifest.MAX_ENTRIES, () -> list.add(new EntryReader(in).entry()));
    return list;
  }

  static MalformedManifest malformed(JacksonException malformed) {
    var at = malformed.getLocation();
    String place = at == null || at.getLineNr() < 1 ? "" : "line " + at.getLineNr() + ": ";
    return new MalformedManifest(place + malformed.getOriginalMessage(), malformed);
  }

  /** What reads from the parser in the words of a manifest. */
  static final class Tokens {
    private final JsonParser parser;

    private Tokens(JsonParser parser) {
      this.parser = parser;
    }

    /** Reads the value of a key; the parser stands on it. */
    @FunctionalInterface
    interface OnKey {
      void read(String key) throws MalformedManifest;
    }

    /** Reads an item; the parser stands on it. */
    @FunctionalInterface
    interface OnItem {
      void read() throws MalformedManifest;
    }

    void object(String what, OnKey onKey) throws MalformedManifest {
      require(parser.currentToken() == JsonToken.START_OBJECT, what, "no object");
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = parser.currentName();
        parser.nextToken();
        onKey.read(key);
      }
      require(parser.currentToken() == JsonToken.END_OBJECT, what, "cut off");
    }

    void list(String what, int most, OnItem onItem) throws MalformedManifest {
      require(parser.currentToken() == JsonToken.START_ARRAY, what, "no list");
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        require(parser.currentToken() != null, what, "cut off");
        require(i < most, what, "longer than " + most);
        onItem.read();
      }
    }

    List<String> texts(String what, int most) throws MalformedManifest {
      List<String> texts = new ArrayList<>();
      list(what, most, () -> texts.add(text(what)));
      return texts;
    }

    String text(String what) throws MalformedManifest {
      require(parser.currentToken() == JsonToken.VALUE_STRING, what, "no text");
      return parser.getString();
    }

    long number(String what) throws MalformedManifest {
      require(
          parser.currentToken() == JsonToken.VALUE_NUMBER_INT
              && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
              && parser.getLongValue() >= 0,
          what,
          "no whole number of 0 or more");
      return parser.getLongValue();
    }

    MalformedManifest unknown(String key) {
      return malformed("the key \"" + key + "\" is unknown");
    }

    MalformedManifest malformed(String message) {
      int line = parser.currentLocation().getLineNr();
      return new MalformedManifest(line < 1 ? message : "line " + line + ": " + message);
    }

    private void require(boolean holds, String what, String problem) throws MalformedManifest {
      if (!holds) {
        throw malformed(what + " is " + problem);
      }
    }
  }
}
