package dev.countersign.assess.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.countersign.attest.json.StrictJson;
import dev.countersign.attest.trust.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is signed keeps to the schema that is published. */
class SignOffSchemaTest {
  private static final Path SCHEMA = Path.of("../docs/schema/sign-off-1.schema.json");

  @Test
  void a_signed_statement_keeps_to_it(@TempDir Path folder) throws Exception {
    byte[] predicate =
        StrictJson.pretty(SignOffStatement.of(new Office(folder).draft(Role.ML_LEAD)).predicate());

    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON)
                .validate(new String(predicate, StandardCharsets.UTF_8), InputFormat.JSON))
        .isEmpty();
  }
}
