package dev.countersign.cli.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.cli.Run;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeResult;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people sign on two branches. */
class MergeTest {
  private static final PersonIdent WHO = new PersonIdent("Test", "test@desk.example");

  @Test
  void signatures_of_two_branches_merge_without_a_conflict(@TempDir Path folder) throws Exception {
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      SignedTree tree = new SignedTree(folder);
      tree.write(
          "countersign-policy.yaml",
          "countersign-policy: 1\ngate: { fail-on: never }\n"
              + "sign-off: { required: [ml-lead, security-lead] }\n");
      commit(git, "The system");
      git.checkout().setCreateBranch(true).setName("ml").call();
      tree.signs("ada", "ml-lead");
      commit(git, "Signed as ML lead");
      git.checkout().setName("main").call();
      assertThat(tree.files()).isEmpty();
      git.checkout().setCreateBranch(true).setName("security").call();
      tree.signs("ben", "security-lead");
      commit(git, "Signed as security lead");

      MergeResult merged =
          git.merge().include(git.getRepository().resolve("ml")).setMessage("Both").call();

      assertThat(merged.getMergeStatus().isSuccessful()).isTrue();
      assertThat(tree.run("status").out())
          .contains("signed by Ada Lovelace on 2026-11-2")
          .contains("signed by Ben Bitdiddle on 2026-11-2")
          .doesNotContain("VOID");
      Run check = tree.run("check");
      assertThat(check.code()).as(check.out()).isZero();
      assertThat(check.out())
          .contains("ML lead: signed by Ada Lovelace", "Security lead: signed by Ben Bitdiddle")
          .doesNotContain("refused-sign-off", "trust-changed-with-statement");
    }
  }

  private static void commit(Git git, String message) throws Exception {
    git.add().addFilepattern(".").call();
    git.commit().setMessage(message).setAuthor(WHO).setCommitter(WHO).setSign(false).call();
  }
}
