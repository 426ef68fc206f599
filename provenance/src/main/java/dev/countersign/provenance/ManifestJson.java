package dev.countersign.provenance;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/**
 * Manifests as JSON, read and written as a stream, since they may list millions of files. The same
 * manifest always gives the same bytes. The format is in docs/schema/dataset-1.schema.json.
 */
public final class ManifestJson {
  /** The version of the format. */
  static final int VERSION = 1;

  /** The most bytes that are read: 4 GiB. */
  public static final long MAX_BYTES = 4L << 30;

  static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(16)
                  .maxDocumentLength(MAX_BYTES)
                  .maxNumberLength(20)
                  .maxStringLength(3 * EntryName.MAX_BYTES)
                  .maxNameLength(64)
                  .build())
          .build();

  private ManifestJson() {}

  /** The bytes of a small manifest. */
  public static byte[] write(Manifest manifest) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(manifest, bytes);
    return bytes.toByteArray();
  }

  /**
   * Writes a manifest in UTF-8, a line for each file, and does not close the stream.
   *
   * @throws JacksonException if the stream fails
   */
  public static void write(Manifest manifest, OutputStream out) {
    ManifestWriter.write(manifest, out);
  }

  /**
   * Reads a manifest, strictly: no unknown key, no key twice, its own digest right. Does not close
   * the stream.
   *
   * @throws MalformedManifest if it is none, or contradicts itself, or the stream fails
   */
  public static Manifest read(InputStream in) throws MalformedManifest {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
      Manifest manifest = read(parser);
      if (parser.nextToken() != null) {
        throw new MalformedManifest("something follows the manifest");
      }
      return manifest;
    } catch (JacksonException malformed) {
      throw ManifestReader.malformed(malformed);
    }
  }

  /** Reads a manifest that stands within other JSON. */
  static Manifest read(JsonNode json) throws MalformedManifest {
    try (JsonParser parser = json.traverse(ObjectReadContext.empty())) {
      return read(parser);
    } catch (JacksonException malformed) {
      throw ManifestReader.malformed(malformed);
    }
  }

  private static Manifest read(JsonParser parser) throws MalformedManifest {
    parser.nextToken();
    return new ManifestReader(parser).manifest();
  }
}
