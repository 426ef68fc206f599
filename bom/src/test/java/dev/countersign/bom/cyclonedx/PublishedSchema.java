package dev.countersign.bom.cyclonedx;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.cyclonedx.CycloneDxSchema;

/** The schema of CycloneDX 1.6 with those that it refers to, as the library ships them. */
public final class PublishedSchema {
  private static final String BASE = "http://cyclonedx.org/schema/";
  private static final String BOM = BASE + "bom-1.6.schema.json";
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_7,
              registry ->
                  registry.schemas(
                      Map.of(
                          BOM,
                          text("bom-1.6.schema.json"),
                          BASE + "spdx.schema.json",
                          text("spdx.schema.json"),
                          BASE + "jsf-0.82.schema.json",
                          text("jsf-0.82.schema.json"))))
          .getSchema(SchemaLocation.of(BOM));

  private PublishedSchema() {}

  /** Where a document breaks the schema. */
  public static List<String> errors(String json) {
    return SCHEMA.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static String text(String name) {
    try (InputStream in = CycloneDxSchema.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is no longer in the library");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
