package dev.countersign.cli;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.countersign.cli.schema.Schemas;
import java.util.List;

/** The published contract of {@code check --format json}. */
public final class Contract {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Schemas.check(), InputFormat.JSON);

  private Contract() {}

  /** Where a document breaks the contract. */
  public static List<String> errors(String json) {
    return SCHEMA.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  /** The document without what changes with every build or rule. */
  static String withoutVersions(String json) {
    return json.replaceAll("\"version\": \"\\d[^\"]*-SNAPSHOT\"", "\"version\": \"VERSION\"")
        .replaceAll("\"rules\": \"sha256:[0-9a-f]+\"", "\"rules\": \"DIGEST\"");
  }
}
