package dev.countersign.cli.command;

import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.attest.key.PublicKeys;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.ExitCode;
import dev.countersign.cli.console.Passphrase;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.key.KeyFile;
import dev.countersign.cli.key.NewKeyFiles;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keys new}: makes a key. */
@Command(
    name = "new",
    header = "Makes a key: NAME.key.pem, which only you can read, and NAME.pub.pem.",
    description = {
      "The private key is encrypted with a passphrase that is asked for. Keep it out of every"
          + " repository; the public key belongs into the one whose trust policy names it."
    },
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  countersign keys new --out ~/.keys/ada",
      "  countersign keys new --kind ed25519 --out ~/.keys/pipeline --passphrase-file secret"
    })
final class KeysNewCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      defaultValue = "p256",
      description =
          "p256, p384, p521 or ed25519. Otherwise p256, which all tools of OpenSSF Model Signing"
              + " verify; ed25519 is none of theirs.")
  Kind kind = Kind.P256;

  @Option(
      names = "--out",
      paramLabel = "NAME",
      defaultValue = "countersign",
      description = "The files without their endings. Otherwise ${DEFAULT-VALUE}.")
  Path out = Path.of("countersign");

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description =
          "Its first line is the passphrase. Otherwise the variable COUNTERSIGN_PASSPHRASE is, or"
              + " it is asked for.")
  @Nullable Path passphraseFile;

  @Option(
      names = "--no-passphrase",
      description = "Leaves the private key unencrypted: for machines that keep it safe otherwise.")
  boolean noPassphrase;

  @Option(
      names = "--allow-in-repository",
      description = "Writes the private key even into a git work tree that does not ignore it.")
  boolean allowInRepository;

  @Mixin TerminalOptions terminal = new TerminalOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  KeysNewCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    NewKeyFiles files = NewKeyFiles.named(out);
    files.refuseIfThere();
    if (files.inGitWorkTree() && !allowInRepository) {
      throw new Refused(
          files.privateKey()
              + " would lie in a git work tree, and sooner or later in its history. Choose a"
              + " place outside (--out NAME), have git ignore it (echo '*.key.pem' >> .gitignore),"
              + " or insist: --allow-in-repository");
    }
    KeyPair pair = NewKeys.generate(kind.kind());
    boolean safe = files.write(pem(pair.getPrivate()), PublicKeys.pem(pair.getPublic()));
    console.print(text(files, pair, safe));
    return ExitCode.PASS;
  }

  private byte[] pem(PrivateKey key) {
    if (noPassphrase) {
      return NewKeys.pem(key);
    }
    char[] passphrase = Passphrase.of(console, Optional.ofNullable(passphraseFile)).fresh();
    try {
      return NewKeys.encryptedPem(key, passphrase);
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }

  private String text(NewKeyFiles files, KeyPair pair, boolean safe) {
    Page page = new Page(terminal.terminal(console));
    page.line(Line.of("wrote ").add(Style.STRONG, files.privateKey().toString()).add(kept(safe)));
    page.line(Line.of("wrote ").add(Style.STRONG, files.publicKey().toString()));
    KeyFile.key("key", pair.getPublic())
        .forEach(field -> page.labelled(2, Line.of(field.name()), 15, Line.of(field.value())));
    page.blank().line("Whose it is, and what it may say, stands in countersign-trust.yaml:");
    String id = String.valueOf(out.getFileName());
    page.line(2, Line.of("identities:"));
    page.line(
        4, Line.of(id + ": { name: WHO, key: keys/" + files.publicKey().getFileName() + " }"));
    page.line(2, Line.of("rules:"));
    page.line(4, Line.of("- { identity: " + id + ", roles: [ml-lead] }"));
    return page.toString();
  }

  private String kept(boolean safe) {
    String secret = noPassphrase ? ", NOT encrypted" : ", encrypted";
    return safe
        ? secret + ", readable by you alone"
        : secret + "; this file system does not keep others from reading it";
  }

  /** The kinds of keys that are made. */
  enum Kind {
    P256,
    P384,
    P521,
    ED25519;

    KeyKind kind() {
      return KeyKind.of(toString()).orElseThrow();
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
