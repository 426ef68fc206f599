package dev.countersign.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where the passphrase of a private key comes from: a file that an option names, the variable
 * {@code COUNTERSIGN_PASSPHRASE}, or the terminal, without echo. Never from the command line, which
 * other users of the machine and the shell's history would see.
 */
public final class Passphrase {
  /** The environment variable. */
  public static final String VARIABLE = "COUNTERSIGN_PASSPHRASE";

  /** Bytes of a file of a passphrase. */
  private static final int MOST = 1024;

  private final Console console;
  private final Optional<Path> file;
  private final Function<String, Optional<char[]>> terminal;

  private Passphrase(
      Console console, Optional<Path> file, Function<String, Optional<char[]>> terminal) {
    this.console = console;
    this.file = file;
    this.terminal = terminal;
  }

  /**
   * Looks in that file first, if one is named.
   *
   * @param file what {@code --passphrase-file} names; its first line counts
   */
  public static Passphrase of(Console console, Optional<Path> file) {
    return new Passphrase(console, file, Passphrase::hidden);
  }

  /**
   * The same with another terminal: it is given the prompt and gives nothing if nobody is there.
   */
  static Passphrase of(
      Console console, Optional<Path> file, Function<String, Optional<char[]>> terminal) {
    return new Passphrase(console, file, terminal);
  }

  /**
   * The passphrase of a key that there is. Nothing is read or asked before it is wanted.
   *
   * @param key how to call the key, for example its file
   * @return throws {@link Refused} when asked for a passphrase that nobody gives; whoever gets it
   *     wipes it
   */
  public Supplier<char[]> unlocking(String key) {
    return () ->
        given()
            .or(() -> terminal.apply("Passphrase of " + key + ": "))
            .orElseThrow(() ->
                new Refused(
                    key
                        + " is encrypted, and there is no terminal to ask for its passphrase."
                        + " Set "
                        + VARIABLE
                        + ", or name a file that holds it: --passphrase-file FILE"));
  }

  /**
   * A passphrase for a key that is about to be made; on a terminal asked twice.
   *
   * @throws Refused if nobody gives one, if it is empty, or if the two differ
   */
  public char[] fresh() {
    char[] passphrase =
        given()
            .or(this::twice)
            .orElseThrow(() ->
                new Refused(
                    "there is no terminal to ask for a passphrase. Set "
                        + VARIABLE
                        + ", name a file (--passphrase-file FILE), or leave the key"
                        + " unencrypted: --no-passphrase"));
    if (passphrase.length == 0) {
      throw new Refused("the passphrase is empty. For an unencrypted key: --no-passphrase");
    }
    return passphrase;
  }

  private Optional<char[]> twice() {
    return terminal.apply("New passphrase: ").map(this::same);
  }

  private char[] same(char[] first) {
    char[] second = terminal.apply("The same once more: ").orElseGet(() -> new char[0]);
    boolean same = Arrays.equals(first, second);
    Arrays.fill(second, '\0');
    if (!same) {
      Arrays.fill(first, '\0');
      throw new Refused("the two passphrases differ. Nothing was written; try again.");
    }
    return first;
  }

  private Optional<char[]> given() {
    return file.map(Passphrase::firstLine)
        .or(() -> console.variable(VARIABLE).map(String::toCharArray));
  }

  private static char[] firstLine(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        throw new Refused(
            file + " holds more than " + MOST + " bytes, so it is no file of a passphrase.");
      }
      char[] line = decode(bytes);
      Arrays.fill(bytes, (byte) 0);
      return line;
    } catch (CharacterCodingException other) {
      throw new Refused(file + " is not UTF-8. Write the passphrase into it as text.");
    } catch (IOException failed) {
      throw new Refused(
          file + " cannot be read (" + Failure.why(failed) + "). It was to hold the passphrase.");
    }
  }

  private static char[] decode(byte[] bytes) throws CharacterCodingException {
    CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    char[] all = Arrays.copyOf(text.array(), text.limit());
    int end = 0;
    while (end < all.length && all[end] != '\n' && all[end] != '\r') {
      end++;
    }
    char[] line = Arrays.copyOf(all, end);
    Arrays.fill(all, '\0');
    Arrays.fill(text.array(), '\0');
    return line;
  }

  private static Optional<char[]> hidden(String prompt) {
    java.io.Console terminal = System.console();
    return terminal == null || !terminal.isTerminal()
        ? Optional.empty()
        : Optional.ofNullable(terminal.readPassword("%s", prompt));
  }
}
