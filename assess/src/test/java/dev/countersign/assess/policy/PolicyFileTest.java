package dev.countersign.assess.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy is looked for from the model upwards, never beyond the repository. */
class PolicyFileTest {
  @TempDir Path outside;
  private Path repository;
  private Path system;

  @BeforeEach
  void aRepositoryWithASystem() throws IOException {
    repository = outside.resolve("repository");
    system = repository.resolve("systems/card-fraud");
    Files.createDirectories(system);
    Files.createDirectory(repository.resolve(".git"));
  }

  @Test
  void standsBesideTheModelOrAboveIt() throws IOException {
    Path root = policy(repository);
    assertThat(PolicyFile.find(system)).contains(root);
    Path near = policy(system);
    assertThat(PolicyFile.find(system)).contains(near);
  }

  @Test
  void isNotLookedForBeyondTheRepository() throws IOException {
    policy(outside);
    assertThat(PolicyFile.find(system)).isEmpty();
  }

  @Test
  void standsOnlyBesideTheModelWhereThereIsNoRepository() throws IOException {
    Files.delete(repository.resolve(".git"));
    policy(repository);
    assertThat(PolicyFile.find(system)).isEmpty();
    Path near = policy(system);
    assertThat(PolicyFile.find(system)).contains(near);
  }

  @Test
  void belongsToARepositoryThatIsAWorktree() throws IOException {
    Files.delete(repository.resolve(".git"));
    Files.writeString(repository.resolve(".git"), "gitdir: elsewhere\n");
    assertThat(PolicyFile.repository(system)).isEqualTo(repository);
  }

  private static Path policy(Path folder) throws IOException {
    return Files.writeString(folder.resolve(Policy.FILE_NAME), "countersign-policy: 1\n");
  }
}
