package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** Output held against the schema that {@code countersign schema} prints for it. */
final class Published {
  private Published() {}

  /**
   * Whether a document is what its schema says, and has nothing that the schema does not know:
   * readers may ignore that, writers may not write it.
   */
  static void assertIs(String schema, String json) {
    String strict =
        Run.of("schema", schema)
            .out()
            .replaceAll(
                "\"properties\": \\{", "\"unevaluatedProperties\": false, \"properties\": {");
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(strict, InputFormat.JSON)
                .validate(json, InputFormat.JSON))
        .isEmpty();
  }
}
