package dev.countersign.model;

import dev.countersign.model.schema.SchemaWriter;

/** The JSON Schema of the language, for editors. */
public final class JsonSchema {
  private JsonSchema() {}

  /**
   * The schema, JSON Schema 2020-12, made from the grammar. It accepts every file that the reader
   * accepts; what needs more than one place to judge, such as references, only the reader sees.
   */
  public static String text() {
    return SchemaWriter.write();
  }
}
