package dev.countersign.cli.inspect;

import dev.countersign.attest.Signer;
import dev.countersign.cli.console.AtomicFile;
import dev.countersign.cli.console.BuildInfo;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.key.SignedStatement;
import dev.countersign.inspect.policy.ArtefactPolicy;
import dev.countersign.inspect.scan.ScanStatement;
import java.nio.file.Path;
import java.util.Set;

/**
 * Signs what a scan found.
 *
 * @param signer whose word it is
 * @param file where the signed statement goes
 */
public record ScanAttestation(Signer signer, Path file) {
  /**
   * Writes the statement as a Sigstore bundle.
   *
   * @throws Refused if there is nothing to state, or it cannot be signed or written
   */
  public void write(Results results, Set<ArtefactPolicy> policies, Console console) {
    if (results.files().isEmpty()) {
      throw new Refused("there is no file at these paths to make a statement about.");
    }
    if (!results.limits().isEmpty()) {
      throw new Refused(
          "no statement is made about what was not looked at: " + results.limits().getFirst());
    }
    String scanner = "countersign " + BuildInfo.version();
    AtomicFile.write(
        file,
        SignedStatement.bytes(
            signer, ScanStatement.of(results.files(), policies, scanner, console.today())));
  }
}
