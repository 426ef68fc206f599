package dev.countersign.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DatasetSchemaTest {
  @Test
  void whatIsWrittenIsWhatTheSchemaSays() throws IOException {
    DatasetStatement inline =
        DatasetStatement.inline(
            DatasetStatementTest.manifest(), DatasetStatementTest.description());
    DatasetStatement beside =
        DatasetStatement.beside(
            DatasetStatementTest.manifest(),
            "d.manifest.json",
            Sha256.of(new byte[0]),
            Description.NONE);
    Schema schema = schema();
    for (DatasetStatement statement : new DatasetStatement[] {inline, beside}) {
      String json = statement.toStatement().predicate().toString();
      assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    }
  }

  @Test
  void theSchemaRefusesWhatTheReaderRefuses() throws IOException {
    String manifest = new String(ManifestJson.write(DatasetStatementTest.manifest()), UTF_8);
    String json = "{\"manifest\":" + manifest + "}";
    Schema schema = schema();
    assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    assertThat(
            schema.validate(
                json.replace("\"name\":\"a.csv\"", "\"name\":\"/a.csv\""), InputFormat.JSON))
        .isNotEmpty();
    assertThat(schema.validate(json.replace("\"version\":1", "\"version\":2"), InputFormat.JSON))
        .isNotEmpty();
    assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(
            Files.readString(Path.of("../docs/schema/dataset-1.schema.json")), InputFormat.JSON);
  }
}
