package dev.countersign.knowledge.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Reads the data files that the importer writes. */
public final class CatalogueReader {
  private CatalogueReader() {}

  /**
   * Reads a catalogue.
   *
   * @throws IOException if the stream fails or holds something else; the message says where
   */
  public static Catalogue read(InputStream in) throws IOException {
    return walk(in, CatalogueReader::catalogue);
  }

  /**
   * Reads the list of all catalogues.
   *
   * @return sorted by id
   * @throws IOException if the stream fails or holds something else; the message says where
   */
  public static List<CatalogueHeader> readIndex(InputStream in) throws IOException {
    return walk(in, CatalogueReader::index);
  }

  private static Catalogue catalogue(JsonWalk json) {
    HeaderReader header = new HeaderReader(json);
    List<CatalogueEntry> entries = new ArrayList<>();
    json.object(name -> {
      if (name.equals("entries")) {
        entries.addAll(json.list(() -> EntryReader.read(json)));
      } else {
        header.field(name);
      }
    });
    return new Catalogue(header.header(), entries);
  }

  private static List<CatalogueHeader> index(JsonWalk json) {
    List<CatalogueHeader> headers = new ArrayList<>(json.list(() -> header(json)));
    headers.sort(Comparator.comparing(CatalogueHeader::id));
    return List.copyOf(headers);
  }

  private static CatalogueHeader header(JsonWalk json) {
    HeaderReader header = new HeaderReader(json);
    json.object(header::field);
    return header.header();
  }

  private static <T> T walk(InputStream in, Function<JsonWalk, T> reading) throws IOException {
    try (JsonWalk json = new JsonWalk(in)) {
      return reading.apply(json);
    } catch (JacksonException malformed) {
      throw new IOException(located(malformed), malformed);
    } catch (IllegalArgumentException repeated) {
      throw new IOException(repeated.getMessage(), repeated);
    }
  }

  private static String located(JacksonException malformed) {
    TokenStreamLocation at = malformed.getLocation();
    String place = "line " + at.getLineNr() + ", column " + at.getColumnNr();
    return place + ": " + malformed.getOriginalMessage();
  }
}
