package dev.countersign.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published contract of {@code check --format json}. */
public final class Contract {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(schema(), InputFormat.JSON);

  private Contract() {}

  /** Where a document breaks the contract. */
  public static List<String> errors(String json) {
    return SCHEMA.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static String schema() {
    try {
      return Files.readString(Path.of("../docs/schema/check-1.schema.json"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The document without what changes with every build or rule. */
  public static String withoutVersions(String json) {
    return json.replaceAll("\"version\": \"\\d[^\"]*-SNAPSHOT\"", "\"version\": \"VERSION\"")
        .replaceAll("\"rules\": \"sha256:[0-9a-f]+\"", "\"rules\": \"DIGEST\"");
  }
}
