package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.countersign.provenance.Sha256;
import dev.countersign.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code provenance}: from a raw dataset to a model and back, and what must not pass. */
class ProvenanceTest {
  private static final Path EXAMPLE = Path.of("../examples/card-fraud");

  @TempDir Path folder;
  @TempDir Path elsewhere;

  @BeforeEach
  void copyTheExample() throws IOException {
    for (String file : List.of("countersign.yaml", "data/transactions.csv", "models/fraud.onnx")) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.copy(EXAMPLE.resolve(file), folder.resolve(file));
    }
    Files.createDirectories(folder.resolve(".git"));
    List<String> rows = Files.readAllLines(folder.resolve("data/transactions.csv"));
    Files.write(folder.resolve("data/clean.csv"), rows.subList(0, 50));
    Files.writeString(folder.resolve("clean.py"), "print('clean')\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"record", "sign", "verify", "show", "diff", "merge", "training"})
  void everyCommandHasHelp(String command) {
    Run run = Run.of("provenance", command, "--help");
    assertThat(run.code()).isZero();
    assertThat(run.lines()).allMatch(line -> line.length() <= 100);
    Golden.assertMatches("provenance/help-" + command + ".txt", run.out());
  }

  @Test
  void whatCountersignYamlSaysNeedNotBeSaidAgain() {
    Run run = run("record", "transactions", "--root", folder.toString());
    assertThat(run.code()).as(run.err()).isZero();
    Golden.assertMatches("provenance/record.txt", run.out());
    Golden.assertMatches("provenance/show.txt", run("show", statement("transactions")).out());
  }

  @Test
  void theWayFromRawDataToTheModelIsFollowed() throws IOException {
    chain();
    String training = statement("fraud.training.sigstore.json");
    Run verified =
        run("verify", training, "--public-key", key(".pub.pem"), "--chain", "--data", model());
    assertThat(verified.code()).as(verified.out()).isZero();
    Golden.assertMatches("provenance/verify-chain.txt", verified.out());
    Run picture = run("show", training, "--public-key", key(".pub.pem"), "--to", "svg");
    // Not a golden file: each run signs with a key of its own, and the picture names it.
    assertThat(picture.out()).startsWith("<svg").contains("transactions", "clean", "fraud");
    assertThat(run("show", training, "--public-key", key(".pub.pem"), "--to", "json").out())
        .contains("\"holds\": true");
  }

  @Test
  void aChangedByteBreaksTheStatementAndTheChain() throws IOException {
    chain();
    Path data = folder.resolve("data/clean.csv");
    Files.writeString(data, Files.readString(data).replaceFirst("\\d", "x"));
    Run run = run("verify", statement("clean.sigstore.json"), "--public-key", key(".pub.pem"));
    assertThat(run.code()).isEqualTo(1);
    Golden.assertMatches("provenance/changed.txt", run.out());
    Files.delete(Path.of(statement("transactions.sigstore.json")));
    Files.delete(Path.of(statement("transactions")));
    Run chain =
        run(
            "verify",
            statement("fraud.training.sigstore.json"),
            "--public-key",
            key(".pub.pem"),
            "--chain");
    assertThat(chain.code()).isEqualTo(1);
    assertThat(chain.out()).contains("no statement about it was found");
    String training = statement("fraud.training.sigstore.json");
    assertThat(run("show", training, "--public-key", key(".pub.pem"), "--to", "svg").out())
        .contains("It does not hold: 1 without a statement.");
  }

  @Test
  void rowsBehindThoseRecordedAreLetBeWhereThatIsAsked() throws IOException {
    chain();
    Path data = folder.resolve("data/clean.csv");
    Files.writeString(data, Files.readString(data) + "one more\n");
    String clean = statement("clean.sigstore.json");
    assertThat(run("verify", clean, "--public-key", key(".pub.pem")).code()).isEqualTo(1);
    assertThat(run("verify", clean, "--public-key", key(".pub.pem"), "--append-only").code())
        .isZero();
  }

  @Test
  void nobodyIsTrustedUnlessSomebodySaysWhom() throws IOException {
    chain();
    Run run = run("verify", statement("clean.sigstore.json"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("signature   bad");
    assertThat(run("verify", statement("clean")).out()).contains("not signed");
  }

  @Test
  void partsOfSeveralMachinesMergeToTheDigestOfTheWhole() throws IOException {
    String whole = statement("whole");
    record("data", "--name", "both", "--out", whole);
    String first = elsewhere.resolve("a.dataset.json").toString();
    String second = elsewhere.resolve("b.dataset.json").toString();
    record("data/clean.csv", "--name", "both", "--out", first);
    record("data/transactions.csv", "--name", "both", "--out", second);
    String merged = elsewhere.resolve("merged.dataset.json").toString();
    Run run = run("merge", first, second, "--out", merged);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run("diff", whole, merged, "--exit-code").code()).isZero();
    Run different = run("diff", first, merged, "--exit-code");
    assertThat(different.code()).isEqualTo(1);
    Golden.assertMatches("provenance/diff.txt", different.out());
    Golden.assertMatches(
        "provenance/diff.json", run("diff", first, merged, "--format", "json").out());
  }

  @Test
  void aPointerOfGitLfsIsNeverTakenForTheData() throws IOException, NoSuchAlgorithmException {
    byte[] data = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
    String oid = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
    Files.writeString(
        folder.resolve("data/large.csv"),
        "version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize %d\n"
            .formatted(oid, data.length));
    Run claimed = record("data/large.csv", "--name", "large");
    assertThat(claimed.out()).contains("what Git LFS claims", "git lfs pull");
    assertThat(run("show", statement("large")).out()).contains("not seen", "data/large.csv");
    Path object =
        folder
            .resolve(".git/lfs/objects")
            .resolve(oid.substring(0, 2))
            .resolve(oid.substring(2, 4));
    Files.createDirectories(object);
    Files.write(object.resolve(oid), data);
    Run followed = record("data/large.csv", "--name", "large");
    assertThat(followed.out()).contains("1 pointer was followed", "1 file, 8 bytes");
    assertThat(Files.readString(Path.of(statement("large")))).contains(oid);
    Files.writeString(object.resolve(oid), "a,b\n6,6\n");
    Run forged =
        run("record", folder + "/data/large.csv", "--name", "large", "--root", folder + "");
    assertThat(forged.code()).isEqualTo(2);
    assertThat(forged.err()).contains("where its pointer says", "git lfs pull");
  }

  @Test
  void aPointerInPlaceOfRecordedDataIsComparedAndNeverPassesSilently() throws IOException {
    chain();
    Path data = folder.resolve("data/clean.csv");
    byte[] bytes = Files.readAllBytes(data);
    String oid = Sha256.of(bytes);
    Files.writeString(
        data,
        "version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize %d\n"
            .formatted(oid, bytes.length));
    String[] verify = {"verify", statement("clean.sigstore.json"), "--public-key", key(".pub.pem")};
    Run claimed = run(verify);
    assertThat(claimed.code()).isEqualTo(1);
    Golden.assertMatches("provenance/claimed.txt", claimed.out());
    Run accepted =
        run(
            Stream.concat(Stream.of(verify), Stream.of("--accept-pointers"))
                .toArray(String[]::new));
    assertThat(accepted.code()).isZero();
    assertThat(accepted.out()).contains("1 by the word of a pointer, whose bytes nobody has read");
    Files.delete(data);
    Files.writeString(
        folder.resolve("data/clean.csv.dvc"),
        "outs:\n- md5: 0123456789abcdef0123456789abcdef\n  path: clean.csv\n");
    Run unknown = run(verify);
    assertThat(unknown.code()).isEqualTo(1);
    Golden.assertMatches("provenance/unknown.txt", unknown.out());
  }

  @Test
  void onlyWhereThatIsAskedForIsUnchangedDataNotReadAgain()
      throws IOException, InterruptedException {
    chain();
    Thread.sleep(2_100); // longer than files have to be settled
    String[] verify = {
      "provenance",
      "verify",
      statement("clean.sigstore.json"),
      "--public-key",
      key(".pub.pem"),
      "--incremental"
    };
    Map<String, String> home = Map.of("HOME", elsewhere.toString());
    Run first = Run.in(home, false, StandardCharsets.UTF_8, verify);
    assertThat(first.code()).as(first.out() + first.err()).isZero();
    assertThat(first.out()).doesNotContain("not read");
    Run second = Run.in(home, false, StandardCharsets.UTF_8, verify);
    assertThat(second.code()).isZero();
    assertThat(second.out()).contains("1 file was not read: unchanged since this machine");
    Path data = folder.resolve("data/clean.csv");
    FileTime time = Files.getLastModifiedTime(data);
    Files.writeString(data, Files.readString(data).replaceFirst("\\d", "x"));
    Files.setLastModifiedTime(data, time);
    Run third = Run.in(home, false, StandardCharsets.UTF_8, verify);
    assertThat(third.code()).as("the size and the time of the file are those it had").isEqualTo(1);
  }

  @Test
  void anMd5OfDvcProvesNothing() throws IOException {
    Files.writeString(
        folder.resolve("data/far.csv.dvc"),
        "outs:\n- md5: 0123456789abcdef0123456789abcdef\n  size: 9\n  hash: md5\n  path: far.csv\n");
    Run run = run("record", folder + "/data", "--name", "far", "--root", folder.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("MD5 only, which proves nothing", "dvc pull");
    Files.writeString(folder.resolve("data/far.csv"), "forged.\n\n");
    Run forged = run("record", folder + "/data", "--name", "far", "--root", folder.toString());
    assertThat(forged.code()).isEqualTo(2);
    assertThat(forged.err()).contains("has the MD5", "dvc pull");
  }

  @Test
  void croissantIsReadComparedAndWritten() throws IOException {
    record("data/transactions.csv", "--name", "t", "--licence", "CC0-1.0");
    Run written = run("show", statement("t"), "--to", "croissant");
    Path croissant = Files.writeString(folder.resolve("croissant.json"), written.out());
    Golden.assertMatches("provenance/croissant.json", written.out());
    Run same = record("data/transactions.csv", "--name", "t", "--croissant", croissant.toString());
    assertThat(same.out()).contains("1 files have the SHA-256 that Croissant gives");
    Files.writeString(
        croissant, written.out().replaceAll("\"sha256\": \"....", "\"sha256\": \"0000"));
    Run other =
        run(
            "record",
            folder + "/data/transactions.csv",
            "--name",
            "t",
            "--root",
            folder.toString(),
            "--croissant",
            croissant.toString());
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains("not those that Croissant describes");
  }

  @Test
  void theTrainingStatementKeepsItsSchema() throws IOException {
    chain();
    String json = Files.readString(Path.of(statement("fraud.training.json")));
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(Path.of("../docs/schema/training-1.schema.json")),
                InputFormat.JSON);
    assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
  }

  /** What is wrong, in which arguments. */
  static Stream<List<String>> misuses() {
    return Stream.of(List.of("record"), List.of("training", "x"), List.of("show", "nothing.json"));
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("misuses")
  void aMisuseSaysWhatToDo(List<String> arguments) {
    Run run = run(arguments.toArray(String[]::new));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("countersign: ").doesNotContain("Exception");
  }

  /** Raw data, cleaned data, and a model trained on it; all signed. */
  private void chain() {
    assertThat(run("record", "transactions", "--root", folder.toString()).code()).isZero();
    record(
        "data/clean.csv",
        "--name",
        "clean",
        "--from-dataset",
        statement("transactions"),
        "--transformation",
        "clean",
        "--code",
        folder + "/clean.py",
        "--parameter",
        "rows=49");
    Run training =
        run(
            "training",
            model(),
            "--dataset",
            statement("clean"),
            "--parameter",
            "trees=10",
            "--builder",
            "https://ci.bank.example/trainer",
            "--invocation",
            "run-512",
            "--finished",
            "2026-11-20T10:00:00Z");
    assertThat(training.code()).as(training.err()).isZero();
    assertThat(Run.of("keys", "new", "--no-passphrase", "--out", key("")).code()).isZero();
    for (String name : List.of("transactions", "clean", "fraud.training.json")) {
      Run signed = run("sign", statement(name), "--key", key(".key.pem"));
      assertThat(signed.code()).as(signed.err()).isZero();
    }
  }

  private Run record(String path, String... more) {
    List<String> arguments =
        Stream.concat(
                Stream.of("record", folder + "/" + path, "--root", folder.toString()),
                Stream.of(more))
            .toList();
    Run run = run(arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  private String model() {
    return folder.resolve("models/fraud.onnx").toString();
  }

  private String key(String ending) {
    return elsewhere.resolve("ada") + ending;
  }

  private String statement(String name) {
    String file = name.endsWith(".json") ? name : name + ".dataset.json";
    return folder.resolve(".countersign").resolve(file).toString();
  }

  /** The folder and the key are others each time. */
  private Run run(String... arguments) {
    String[] all =
        Stream.concat(Stream.of("provenance"), Stream.of(arguments)).toArray(String[]::new);
    Run run = Run.of(all);
    return new Run(run.code(), plain(run.out()), plain(run.err()));
  }

  private String plain(String text) {
    return text.replace(folder.toString(), "ROOT")
        .replace(elsewhere.toString(), "ELSEWHERE")
        .replaceAll("key-[0-9a-f]{16}", "key-0123456789abcdef");
  }
}
