package dev.countersign.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.attest.Statement;
import dev.countersign.attest.json.StrictJson;
import dev.countersign.provenance.croissant.Croissant;
import dev.countersign.provenance.croissant.CroissantCheck;
import dev.countersign.provenance.croissant.CroissantFacts;
import dev.countersign.provenance.croissant.CroissantReader;
import dev.countersign.provenance.croissant.CroissantWriter;
import dev.countersign.provenance.diff.ManifestDiff;
import dev.countersign.provenance.diff.Sources;
import dev.countersign.provenance.diff.Sum;
import dev.countersign.provenance.lineage.StatementFile;
import dev.countersign.provenance.pointer.DvcFile;
import dev.countersign.provenance.pointer.LfsPointer;
import dev.countersign.provenance.slsa.Dependency;
import dev.countersign.provenance.slsa.SlsaWriter;
import dev.countersign.provenance.slsa.TrainingProvenance;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whatever changes in what is read, the answer is either a value that keeps its own rules or the
 * one exception that says what is wrong, in words.
 */
class HostileInputTest {
  private static final int ROUNDS = 1000;
  private static final Path FILE = Path.of("x.json");

  @Test
  void manifests() {
    byte[] good = ManifestJson.write(DatasetStatementTest.manifest());
    attempt(
        good,
        bytes -> {
          try {
            Manifest manifest = ManifestJson.read(new ByteArrayInputStream(bytes));
            assertThat(manifest.bytes()).isNotNegative();
            assertThat(ManifestJson.read(new ByteArrayInputStream(ManifestJson.write(manifest))))
                .isEqualTo(manifest);
          } catch (MalformedManifest refused) {
            assertThat(refused.getMessage()).isNotBlank().doesNotContain("Exception");
          }
        });
  }

  @Test
  void statementsAboutDatasetsAndRuns() {
    attempt(dataset(), HostileInputTest::statement);
    attempt(StatementFile.unsigned(SlsaWriter.write(training())), HostileInputTest::statement);
  }

  private static void statement(byte[] bytes) {
    try {
      StatementFile file = StatementFile.parse(FILE, bytes);
      if (file.isDataset()) {
        DatasetStatement dataset = file.dataset();
        assertThat(DatasetStatement.of(dataset.toStatement())).isEqualTo(dataset);
      } else if (file.isTraining()) {
        TrainingProvenance run = file.training();
        assertThat(run.subjects()).isNotEmpty();
        run.dependencies().forEach(dependency -> assertThat(dependency.shown()).isNotNull());
      }
    } catch (MalformedMetadata | MalformedManifest refused) {
      assertThat(refused.getMessage()).isNotBlank().doesNotContain("Exception");
    }
  }

  @Test
  void croissant() {
    DatasetStatement statement =
        DatasetStatement.inline(
            DatasetStatementTest.manifest(), DatasetStatementTest.description());
    Manifest manifest = DatasetStatementTest.manifest();
    byte[] good = StrictJson.pretty(CroissantWriter.write(statement, manifest));
    attempt(
        good,
        bytes -> {
          try {
            Croissant read = CroissantReader.read(bytes);
            assertThat(CroissantFacts.of(read).sources()).isNotEmpty();
            assertThat(CroissantCheck.of(read, manifest)).isNotNull();
          } catch (MalformedMetadata refused) {
            assertThat(refused.detail()).isNotBlank().doesNotContain("Exception");
          }
        });
  }

  @Test
  void filesOfDvc() {
    byte[] good =
        """
        schema: '2.0'
        wdir: ..
        stages:
          train: {cmd: python t.py, outs: [{path: m.bin, md5: 0123456789abcdef0123456789abcdef.dir}]}
        outs:
        - md5: 0123456789abcdef0123456789abcdef
          size: 12
          hash: md5
          path: data/x.csv
        """
            .getBytes(UTF_8);
    mutate(
        good,
        bytes -> {
          try {
            DvcFile.read("x.dvc", bytes).forEach(out -> assertThat(out.path()).isNotBlank());
          } catch (MalformedMetadata refused) {
            assertThat(refused.detail()).isNotBlank().doesNotContain("Exception");
          }
        });
  }

  @Test
  void pointersOfGitLfs() {
    byte[] good =
        "version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize 12345\n"
            .formatted(Sha256.of(new byte[0]))
            .getBytes(UTF_8);
    mutate(
        good,
        bytes ->
            LfsPointer.of(bytes)
                .ifPresent(pointer -> {
                  assertThat(Sha256.is(pointer.sha256())).isTrue();
                  assertThat(pointer.bytes()).isNotNegative();
                }));
  }

  /** Sizes and rows that manifests claim may be anything; sums of them are still sums. */
  @Test
  void comparisonsOfManifestsThatClaimTooMuch() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      Manifest before = claiming(random);
      Manifest after = claiming(random);
      ManifestDiff diff = ManifestDiff.of(before, after);
      Sum sum = Sum.of(diff.changes());
      assertThat(diff.same() + sum.changed() + sum.moved() + sum.removed())
          .isEqualTo(before.entries().size());
      assertThat(diff.same() + sum.changed() + sum.moved() + sum.added())
          .isEqualTo(after.entries().size());
      assertThat(sum.rowsAdded().orElse(0)).isNotNegative();
      assertThat(sum.rowsRemoved().orElse(0)).isNotNegative();
      assertThat(before.bytes()).isNotNegative();
      assertThat(before.rows().orElse(0)).isNotNegative();
      assertThat(diff.by(name -> Sources.of(name, Description.NONE, Description.NONE)).values())
          .allSatisfy(changes -> assertThat(changes).hasSameSizeAs(diff.changes()));
    }
  }

  private static Manifest claiming(Random random) {
    return Manifest.of(
        "d",
        random
            .ints(random.nextInt(8), 0, 6)
            .distinct()
            .mapToObj(i -> claiming("f" + i, random))
            .toList());
  }

  private static Entry claiming(String name, Random random) {
    String digest = Sha256.of(new byte[] {(byte) random.nextInt(4)});
    long rows = random.nextBoolean() ? Long.MAX_VALUE : random.nextInt(9);
    return Entry.of(name, random.nextInt(3), digest)
        .with(new Table.Read(TableFormat.CSV, rows, List.of(), List.of()));
  }

  private static byte[] dataset() {
    return StatementFile.unsigned(
        DatasetStatement.inline(DatasetStatementTest.manifest(), DatasetStatementTest.description())
            .toStatement());
  }

  private static TrainingProvenance training() {
    Statement about =
        DatasetStatement.inline(DatasetStatementTest.manifest(), Description.NONE).toStatement();
    return new TrainingProvenance(
        about.subjects(),
        TrainingProvenance.BUILD_TYPE,
        JsonNodeFactory.instance.objectNode().put("model", "m"),
        List.of(Dependency.sha256(Dependency.DATASET, "d", Sha256.of(new byte[0]))),
        "https://ci.example/trainer",
        Optional.of("run-1"),
        Optional.of(Instant.EPOCH),
        Optional.empty());
  }

  /** Both the bytes and, since that gets deeper into readers, the tree of JSON. */
  private static void attempt(byte[] good, Attempt attempt) {
    mutate(good, attempt);
    try {
      ObjectNode tree = StrictJson.object(good);
      for (int seed = 0; seed < ROUNDS; seed++) {
        attempt.read(Hostile.tree(tree, new Random(seed)).toString().getBytes(UTF_8));
      }
    } catch (dev.countersign.attest.json.MalformedJson own) {
      throw new AssertionError(own);
    }
  }

  private static void mutate(byte[] good, Attempt attempt) {
    for (int seed = 0; seed < ROUNDS; seed++) {
      attempt.read(Hostile.bytes(good, new Random(seed)));
    }
  }

  private interface Attempt {
    void read(byte[] bytes);
  }
}
