package dev.countersign.attest.oms;

import static dev.countersign.attest.oms.ModelOnDisk.verifier;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.attest.Signers;
import dev.countersign.attest.Statement;
import dev.countersign.attest.Verification.Reason;
import dev.countersign.attest.hash.HashAlgorithm;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.attest.oms.OmsVerification.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Manifests that are signed by the right key and are wrong or meant to deceive. */
class HostileManifestTest {
  private static final String FILES =
      "{'method':'files','hash_type':'sha256','allow_symlinks':false}";
  private static final String SHARDS =
      "{'method':'shards','hash_type':'sha256','shard_size':4,'allow_symlinks':false}";

  @TempDir Path temp;
  private ModelOnDisk model;

  @BeforeEach
  void tenBytesInA() throws Exception {
    model = new ModelOnDisk(temp, "m").with("a", "0123456789");
  }

  @Test
  void anHonestOneWouldBeBelieved() throws Exception {
    String honest = statement(FILES, resource("a", digest("0123456789")));
    assertThat(sign(honest).verified().files()).isEqualTo(1);
    assertThat(sign(shards("a:0:4", "a:4:8", "a:8:10")).verified().bytes()).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/a",
        "//a",
        "../a",
        "b/../../a",
        "b/../a",
        "./a",
        "a/.",
        "a/",
        "b//a",
        "..",
        ".",
        "a\\u0000",
        "/etc/passwd"
      })
  void namesThatAreNoPathsInTheModelAreRefused(String name) throws Exception {
    String json =
        statement(FILES, resource(name, digest("x")), resource("a", digest("0123456789")));
    assertMalformed(json, "The name of a resource is no canonical path in the model.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a:0:4", "/a:0:4", "b//a:0:4"})
  void namesOfShardsAreNotLetOutEither(String name) throws Exception {
    assertMalformed(shards(name), "The name of a resource is no canonical path in the model.");
  }

  @Test
  void aNameOfMoreThan4096CharactersIsRefused() throws Exception {
    String longest = "b/".repeat(2_047) + "ab";
    assertThat(sign(statement(FILES, resource(longest, digest("x")))).refused().reason())
        .isEqualTo(Reason.ABOUT_SOMETHING_ELSE);
    assertMalformed(
        statement(FILES, resource(longest + "c", digest("x"))),
        "The name of a resource is no canonical path in the model.");
  }

  @Test
  void aNameCannotLeaveByALinkInItsMiddle() throws Exception {
    Path outside = Files.createDirectories(temp.resolve("outside"));
    Files.writeString(outside.resolve("a"), "0123456789");
    model.link("out", outside.toString());
    sign(
        statement(
            FILES, resource("a", digest("0123456789")), resource("out/a", digest("0123456789"))));
    assertThat(model.refused().detail()).contains("out is a symbolic link");
    assertThat(model.refused(verifier().ignoringUnsignedFiles()).detail())
        .contains("out/a is a symbolic link");
  }

  @Test
  void aResourceIsListedOnce() throws Exception {
    String digest = digest("0123456789");
    assertMalformed(
        statement(FILES, resource("a", digest), resource("a", digest)),
        "It lists a resource twice.");
    assertMalformed(
        statement(FILES, resource("a", digest), resource("a", digest("other"))),
        "It lists a resource twice.");
  }

  @Test
  void theRootDigestIsThatOfTheResources() throws Exception {
    String json = statement(FILES, resource("a", digest("0123456789")));
    assertMalformed(
        json.replaceFirst(
            "'digest':\\{'sha256':'[0-9a-f]{64}'", "'digest':{'sha256':'" + digest("") + "'"),
        "The digest of the subject is not that of the resources: the manifest contradicts itself.");
    assertMalformed(
        json.replaceFirst("'digest':\\{'sha256'", "'digest':{'sha512-of-something'"),
        "The digest of the subject is not that of the resources: the manifest contradicts itself.");
  }

  @Test
  void aRightRootDigestDoesNotMakeMovedNamesRight() throws Exception {
    model.with("b", "other");
    String json =
        statement(FILES, resource("a", digest("0123456789")), resource("b", digest("other")));
    assertThat(sign(json).verified().files()).isEqualTo(2);
    String moved =
        statement(FILES, resource("b", digest("0123456789")), resource("c", digest("other")));
    assertThat(subject(moved)).isEqualTo(subject(json));
    Refused refused = sign(moved).refused();
    assertThat(refused.differences())
        .containsExactlyInAnyOrder(
            Difference.unsigned("a"),
            Difference.changed("b", digest("0123456789"), digest("other")),
            Difference.missing("c", digest("other")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a:0:4 a:4:8", // the end is missing: the file is longer
        "a:0:4 a:4:8 a:8:10 b:0:1", // a file that is not there
        "a:0:4 a:4:8 a:8:9" // the last shard is shorter than the file
      })
  void shardsOfAnotherFileAreNotThoseOfThisOne(String names) throws Exception {
    sign(shards(names.split(" ")));
    assertThat(model.refused().reason()).isEqualTo(Reason.ABOUT_SOMETHING_ELSE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a:4:8", // does not begin at 0
        "a:0:4 a:8:10", // a gap
        "a:0:4 a:3:7", // an overlap
        "a:0:4 a:0:4 a:4:8", // one twice, in other words
        "a:0:3 a:3:7", // one shorter than a shard
        "a:0:5", // one longer than a shard
        "a:0:4 a:4:4", // one of nothing
        "a:4:0", // from the end to the start
        "a", // no range
        "a:0", // half a range
        "a:-1:3",
        "a:00:4",
        "a:0:0x4",
        "a:0:99999999999999999999",
        "a:0:4.0",
        ":0:4"
      })
  void shardsCoverEachFileOnceWithoutGaps(String names) throws Exception {
    Refused refused = sign(shards(names.split(" "))).refused();
    assertThat(refused.reason()).isEqualTo(Reason.MALFORMED);
    assertThat(refused.detail()).containsAnyOf("shard", "twice", "canonical");
  }

  @Test
  void aShardOfAlmostAllNumbersIsNeitherReadNorAllocated() throws Exception {
    String huge = "999999999999999999";
    String json =
        statement(
            SHARDS.replace("'shard_size':4", "'shard_size':" + huge),
            resource("a:0:" + huge, digest("x")));
    assertThat(sign(json).refused().reason()).isEqualTo(Reason.ABOUT_SOMETHING_ELSE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "1.0",
        "1e3",
        "'4'",
        "null",
        "true",
        "[4]",
        "{}",
        "9223372036854775808",
        "18446744073709551620"
      })
  void theSizeOfAShardIsAPositiveNumber(String size) throws Exception {
    assertMalformed(
        shards("a:0:4").replace("'shard_size':4", "'shard_size':" + size), "\"shard_size\"");
  }

  @Test
  void theSizeOfAShardBelongsToShards() throws Exception {
    assertMalformed(shards("a:0:4").replace("'shard_size':4,", ""), "\"shard_size\"");
    assertMalformed(
        statement(
            FILES.replace("'files'", "'files','shard_size':4"),
            resource("a", digest("0123456789"))),
        "\"shard_size\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'method':'filez'",
        "'method':'Files'",
        "'method':42",
        "'method':null",
        "'method':['files']",
        "'hash_type':'SHA256'",
        "'hash_type':'sha-256'",
        "'hash_type':'sha1'",
        "'hash_type':'md5'",
        "'hash_type':'blake2b'",
        "'hash_type':null",
        "'hash_type':{}",
        "'allow_symlinks':null",
        "'allow_symlinks':0",
        "'allow_symlinks':'false'",
        "'name':7",
        "'name':null"
      })
  void eachWordIsOneOfTheSpecification(String member) throws Exception {
    String honest = statement(FILES, resource("a", digest("0123456789")));
    String name = member.substring(0, member.indexOf(':'));
    String changed = honest.replaceFirst(name + ":('[^']*'|false)", member);
    assertThat(changed).isNotEqualTo(honest);
    assertThat(sign(changed).refused().reason()).isEqualTo(Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha1", "blake3", "SHA256", "sha256-sharded-4", ""})
  void theAlgorithmOfAResourceIsThatOfAll(String algorithm) throws Exception {
    String json = statement(FILES, resource("a", digest("0123456789"), algorithm));
    assertMalformed(json, "The algorithm of a resource is not that of the serialisation.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "zz", "0X"})
  void aDigestHasItsLength(String digest) throws Exception {
    assertMalformed(
        statementOf(FILES, List.of(resource("a", digest)), digest("")),
        "64 lower-case hexadecimal digits");
    assertMalformed(
        statementOf(
            FILES, List.of(resource("a", digest("x").toUpperCase(Locale.ROOT))), digest("")),
        "64 lower-case hexadecimal digits");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'resources':{}",
        "'resources':null",
        "'resources':[]",
        "'resources':'a'",
        "'resources':[[]]",
        "'resources':[null]",
        "'resources':[{}]",
        "'resources':[{'name':{'a':1},'digest':'d','algorithm':'sha256'}]",
        "'resources':[{'name':'a','digest':['d'],'algorithm':'sha256'}]"
      })
  void theListOfResourcesIsOne(String resources) throws Exception {
    String json =
        statementOf(FILES, List.of(), digest("")).replaceFirst("'resources':\\[\\]", resources);
    assertThat(sign(json).refused().reason()).isEqualTo(Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"['*.bin']", "['/etc']", "['../x']", "['']", "[7]", "'a'", "{}", "null"})
  void whatIsLeftOutIsAListOfPlainPaths(String paths) throws Exception {
    String how = FILES.replace("}", ",'ignore_paths':" + paths + "}");
    String json = statement(how, resource("a", digest("0123456789")));
    assertThat(sign(json).refused().reason()).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void aKeyThatStandsTwiceIsRefused() throws Exception {
    String honest = statement(FILES, resource("a", digest("0123456789")));
    for (String key : List.of("'name':'a'", "'method':'files'", "'_type':'x'")) {
      String name = key.substring(0, key.indexOf(':'));
      String twice = honest.replaceFirst(name + ":", key + "," + name + ":");
      assertThat(sign(twice).refused().reason()).as(twice).isEqualTo(Reason.MALFORMED);
    }
  }

  @Test
  void anotherTypeOfStatementIsNoSignatureOfAModel() throws Exception {
    String json = statement(FILES, resource("a", digest("0123456789")));
    for (String type :
        List.of("https://slsa.dev/provenance/v1", OmsManifest.PREDICATE_TYPE + "/")) {
      assertThat(sign(json.replace(OmsManifest.PREDICATE_TYPE, type)).refused().reason())
          .isEqualTo(Reason.ABOUT_SOMETHING_ELSE);
    }
  }

  @Test
  void severalSubjectsAreRefused() throws Exception {
    String json = statement(FILES, resource("a", digest("0123456789")));
    assertMalformed(
        json.replaceFirst("'subject':\\[(\\{.*?\\}\\})", "'subject':[$1,$1"), "2 subjects");
  }

  @Test
  void deepNestingIsRefusedBeforeItIsFollowed() throws Exception {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    String json =
        statement(FILES, resource("a", digest("0123456789")))
            .replace("'serialization'", "'x':" + deep + ",'serialization'");
    assertThat(sign(json).refused().reason()).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void aRuleThatThisVersionDoesNotKnowIsNotPassedOver() throws Exception {
    String json = statement(FILES, resource("a", digest("0123456789")));
    assertMalformed(
        json.replace("'method'", "'exclude':['a'],'method'"),
        "The serialisation is no object of allow_symlinks, hash_type, ignore_paths, method,"
            + " shard_size.");
    assertMalformed(
        json.replace("'resources'", "'more':1,'resources'"),
        "The predicate is no object of resources, serialization.");
  }

  @Test
  void whatIsNotKnownInAResourceIsPassedOver() throws Exception {
    String json =
        statement(FILES, resource("a", digest("0123456789")))
            .replaceFirst(
                "\\{'name'", "{'uri':'file:///etc/passwd','annotations':{'x':[1]},'name'");
    assertThat(sign(json).verified().files()).isEqualTo(1);
  }

  @Test
  void manyMissingFilesAreCountedAndNotAllListed() throws Exception {
    String[] resources =
        IntStream.range(0, 50_000)
            .mapToObj("f%06d"::formatted)
            .map(name -> resource(name, digest("x")))
            .toArray(String[]::new);
    Refused refused = sign(statement(FILES, resources)).refused();
    assertThat(refused.differences()).hasSize(Refused.MOST);
    assertThat(refused.more()).isEqualTo(50_001 - Refused.MOST);
  }

  @Test
  void oneBitOfTheBundleAndItIsRefusedOrTheSame() throws Exception {
    byte[] bundle = Files.readAllBytes(model.signed().bundle());
    Random random = new Random(4);
    for (int i = 0; i < 300; i++) {
      byte[] mutated = bundle.clone();
      mutated[random.nextInt(mutated.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(model.bundle(), mutated);
      if (model.verify(verifier()) instanceof OmsVerification.Verified verified) {
        assertThat(verified.manifest().rootDigest()).isEqualTo(sha256(digest("0123456789")));
      }
    }
  }

  @Test
  void whatMallorySignedIsReadAndNotBelieved() throws Exception {
    KeyPair mallory = NewKeys.generate(KeyKind.P256);
    Statement honest = model.sign(ModelOnDisk.signer()).manifest().statement();
    BundleFile.write(
        model.bundle(), Signers.key(mallory.getPrivate(), mallory.getPublic()).sign(honest));
    assertThat(model.refused().reason()).isEqualTo(Reason.UNKNOWN_SIGNER);
  }

  private void assertMalformed(String statement, String detail) throws Exception {
    Refused refused = sign(statement).refused();
    assertThat(refused.reason()).isEqualTo(Reason.MALFORMED);
    assertThat(refused.detail()).contains(detail);
    assertThat(refused.differences()).isEmpty();
  }

  /** Statements are written with single quotes here. */
  private ModelOnDisk sign(String statement) throws Exception {
    return model.signedAs(statement.replace('\'', '"'));
  }

  private static String shards(String... names) {
    return statement(
        SHARDS,
        Stream.of(names).map(name -> resource(name, digest(content(name)))).toArray(String[]::new));
  }

  /** What the file of ten bytes has in that range, as far as it is one. */
  private static String content(String shard) {
    return ResourceName.shard(shard)
        .filter(range -> range.start() <= range.end() && range.end() <= 10)
        .map(range -> "0123456789".substring((int) range.start(), (int) range.end()))
        .orElse("");
  }

  private static String resource(String name, String digest) {
    return resource(name, digest, "sha256");
  }

  private static String resource(String name, String digest, String algorithm) {
    return "{'name':'%s','digest':'%s','algorithm':'%s'}".formatted(name, digest, algorithm);
  }

  private static String statement(String serialization, String... resources) {
    String digests =
        Stream.of(resources)
            .map(resource -> resource.replaceFirst(".*'digest':'([0-9a-f]*)'.*", "$1"))
            .collect(Collectors.joining());
    return statementOf(serialization, List.of(resources), sha256(digests));
  }

  private static String statementOf(String serialization, List<String> resources, String root) {
    return ("{'_type':'https://in-toto.io/Statement/v1','subject':[{'name':'m','digest':{'sha256':'%s'"
            + "}}],'predicateType':'%s','predicate':{'resources':[%s],'serialization':%s}}")
        .formatted(root, OmsManifest.PREDICATE_TYPE, String.join(",", resources), serialization);
  }

  private static String subject(String statement) {
    return statement.substring(0, statement.indexOf("predicateType"));
  }

  private static String digest(String content) {
    return HexFormat.of().formatHex(HashAlgorithm.SHA256.digest().digest(content.getBytes(UTF_8)));
  }

  /** Over bytes in hexadecimal. */
  private static String sha256(String hex) {
    return HexFormat.of()
        .formatHex(HashAlgorithm.SHA256.digest().digest(HexFormat.of().parseHex(hex)));
  }
}
