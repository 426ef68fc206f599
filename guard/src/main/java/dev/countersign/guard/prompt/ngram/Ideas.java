package dev.countersign.guard.prompt.ngram;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Which idea a word stands for: {@code disregard} and {@code vergiss} are both IGNORE. So n-grams
 * of ideas hold for wordings, and languages, that no training text had.
 */
public final class Ideas {
  private static final String RESOURCE = "ideas.txt";
  private static final int SLOTS = 1 << 12;
  private static final Ideas SHIPPED = read();

  private final long[] hashes = new long[SLOTS];
  private final byte[] whole = new byte[SLOTS];
  private final byte[] starts = new byte[SLOTS];
  private final List<String> names = new ArrayList<>(List.of("-"));

  private Ideas() {}

  /** Those of this version. */
  public static Ideas shipped() {
    return SHIPPED;
  }

  private static Ideas read() {
    try (InputStream in = Ideas.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the jar of countersign-guard lacks " + RESOURCE);
      }
      Ideas ideas = new Ideas();
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(ideas::line);
      return ideas;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void line(String line) {
    int colon = line.indexOf(':');
    if (line.startsWith("#") || colon < 0) {
      return;
    }
    names.add(line.substring(0, colon));
    byte idea = (byte) (names.size() - 1);
    for (String word : line.substring(colon + 1).strip().split(" +")) {
      boolean start = word.endsWith("*");
      put(start ? word.substring(0, word.length() - 1) : word, idea, start ? starts : whole);
    }
  }

  /** The first idea that names a word has it. */
  private void put(String word, byte idea, byte[] table) {
    long hash = Words.SEED;
    for (int i = 0; i < word.length(); i++) {
      hash = Words.next(hash, Words.small(word.charAt(i)));
    }
    int slot = slot(hash);
    hashes[slot] = hash;
    table[slot] = table[slot] == 0 ? idea : table[slot];
  }

  private int slot(long hash) {
    int slot = (int) (hash >>> 40) & SLOTS - 1;
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = slot + 1 & SLOTS - 1;
    }
    return slot;
  }

  /** The idea of a whole word, by its hash; 0 for none. */
  byte whole(long hash) {
    return whole[slot(hash)];
  }

  /** The idea of words that start so; 0 for none. */
  byte start(long hash) {
    return starts[slot(hash)];
  }

  /** How many there are, none included. */
  public int count() {
    return names.size();
  }

  /** What an idea is called. */
  public String name(int idea) {
    return names.get(idea);
  }
}
