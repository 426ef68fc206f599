package dev.countersign.assess.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.evidence.EvidenceResult.Refuted;
import dev.countersign.assess.evidence.EvidenceResult.Verified;
import dev.countersign.assess.evidence.EvidenceVerifier.Context;
import dev.countersign.assess.trust.History;
import dev.countersign.assess.trust.TrustContext;
import dev.countersign.assess.trust.TrustReader;
import dev.countersign.attest.Signers;
import dev.countersign.attest.Subject;
import dev.countersign.attest.hash.FileHasher;
import dev.countersign.attest.hash.HashAlgorithm;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.attest.key.PublicKeys;
import dev.countersign.model.ControlClaim;
import dev.countersign.model.ModelReader;
import dev.countersign.model.SystemModel;
import dev.countersign.provenance.Shards;
import dev.countersign.provenance.slsa.SlsaWriter;
import dev.countersign.provenance.slsa.TrainingProvenance;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/** The files of a trained model, as a check compares them with what the run made. */
class TrainedModelFilesTest {
  private static final KeyPair TRAINER = NewKeys.generate(KeyKind.P256);

  @TempDir Path repository;

  @BeforeEach
  void aSystem() throws Exception {
    Files.createDirectories(repository.resolve(".git"));
    Files.createDirectories(repository.resolve("models/fraud"));
    Files.write(repository.resolve("trainer.pub.pem"), PublicKeys.pem(TRAINER.getPublic()));
    Files.writeString(
        repository.resolve("countersign-trust.yaml"),
        """
        countersign-trust: 1
        identities:
          trainer: { name: The trainer, key: trainer.pub.pem }
        rules:
          - { identity: trainer, roles: [ci], systems: [card-fraud] }
        """);
    Files.writeString(
        repository.resolve("countersign.yaml"),
        """
        countersign: 1
        system:
          id: card-fraud
          purpose: Scores payments.
          ml-lead: a@bank.example
          security-lead: b@bank.example
        models:
          fraud: { task: classification, files: models/fraud/* }
        controls:
          training-provenance@fraud: { training-provenance: run.sigstore.json }
        """);
  }

  @Test
  void filesOfMoreThanOneShardAreComparedAsAWhole() throws Exception {
    try (RandomAccessFile sparse =
        new RandomAccessFile(repository.resolve("models/fraud/large.bin").toFile(), "rw")) {
      sparse.setLength(Shards.SIZE + 5);
    }
    record("large.bin");
    assertThat(verify()).isInstanceOf(Verified.class);
  }

  @Test
  void filesThatSwappedTheirNamesAreNotWhatTheRunMade() throws Exception {
    Path weights = Files.writeString(repository.resolve("models/fraud/weights"), "1 2 3");
    Path words = Files.writeString(repository.resolve("models/fraud/words"), "a b c");
    record("weights", "words");
    assertThat(verify()).isInstanceOf(Verified.class);
    Files.move(weights, repository.resolve("kept"));
    Files.move(words, weights);
    Files.move(repository.resolve("kept"), words);
    assertThat(verify())
        .isInstanceOfSatisfying(
            Refuted.class,
            refuted -> assertThat(refuted.detail()).contains("files of the model have moved"));
  }

  /** As {@code provenance training} does. */
  private void record(String... files) throws Exception {
    List<Subject> subjects = new ArrayList<>();
    for (var file :
        FileHasher.of(HashAlgorithm.SHA256)
            .hash(repository.resolve("models/fraud"), List.of(files))) {
      subjects.add(Subject.sha256("fraud/" + file.name(), file.digest()));
    }
    TrainingProvenance run =
        new TrainingProvenance(
            subjects,
            TrainingProvenance.BUILD_TYPE,
            JsonNodeFactory.instance.objectNode(),
            List.of(),
            "https://ci.bank.example/trainer",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Files.write(
        repository.resolve("run.sigstore.json"),
        Signers.key(TRAINER.getPrivate(), TRAINER.getPublic())
            .sign(SlsaWriter.write(run))
            .toJson());
  }

  private EvidenceResult verify() {
    SystemModel system =
        ModelReader.read(repository.resolve("countersign.yaml")).model().orElseThrow();
    ControlClaim claim = system.controls().values().iterator().next();
    TrustContext trust =
        new TrustContext(
            TrustReader.read(repository.resolve("countersign-trust.yaml")).trusted(), History.NONE);
    Context context =
        new Context(
            claim,
            system,
            trust,
            repository,
            repository,
            LocalDate.parse("2026-11-22"),
            LocalDate.parse("2028-11-22"));
    ControlClaim.Evidence evidence =
        Optional.ofNullable(claim.evidence().get("training-provenance")).orElseThrow();
    return Verifiers.registered().verify(evidence, context);
  }
}
