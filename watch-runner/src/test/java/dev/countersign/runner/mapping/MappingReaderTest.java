package dev.countersign.runner.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.model.yaml.Problems;
import dev.countersign.watch.log.Field;
import dev.countersign.watch.log.Mapping;
import dev.countersign.watch.log.Mapping.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mapping files are read, and what is wrong with them is told. */
class MappingReaderTest {
  @TempDir Path folder;
  private final Problems problems = new Problems();

  private Optional<Mapping> read(String text) throws IOException {
    return new MappingReader(problems).read(Files.writeString(folder.resolve("m.yaml"), text));
  }

  @Test
  void placesStandOverThoseOfThePreset() throws IOException {
    Mapping mapping =
        read("""
        watch-mapping: 1
        preset: triton
        only: { /kind: [request] }
        columns: [amount, age]
        fields:
          time: /received_at
          client: [/headers/x-client, =nobody]
        """)
            .orElseThrow();
    assertThat(mapping.columns()).containsExactly("amount", "age");
    assertThat(mapping.only()).containsEntry(Mapping.pointer("/kind"), List.of("request"));
    assertThat(mapping.fields())
        .containsEntry(Field.TIME, List.of(Place.of("/received_at")))
        .containsEntry(Field.CLIENT, List.of(Place.of("/headers/x-client"), Place.of("=nobody")))
        .containsEntry(Field.OPERATION, List.of(Place.of("=infer")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "preset: tritton|triton",
        "fields: { tme: /t }|time",
        "fields: { time: t }|JSON Pointer",
        "only: { kind: x }|JSON Pointer",
        "columns: [a]|a place of time"
      })
  void whatIsWrongIsTold(String line, String told) throws IOException {
    assertThat(read("watch-mapping: 1\n" + line + "\n")).isEmpty();
    assertThat(problems.sorted().toString()).contains(told);
  }
}
