package dev.countersign.inspect.rds;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Cursor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Numbers and texts of one of R's three ways to write them ("R Internals", section 1.8). */
sealed interface RInput {
  /** Where it reads. */
  Cursor cursor();

  int integer() throws Broken, IOException;

  /** Passes over that many elements of a vector. */
  void skip(long count, int bytesEach) throws Broken, IOException;

  /** Text of that many bytes. */
  String text(int length) throws Broken, IOException;

  /** Big-endian: {@code X}. */
  record Xdr(Cursor cursor) implements RInput {
    @Override
    public int integer() throws Broken, IOException {
      return (int) cursor.u32Big();
    }

    @Override
    public void skip(long count, int bytesEach) throws Broken {
      cursor.skip(Math.multiplyExact(count, (long) bytesEach));
    }

    @Override
    public String text(int length) throws Broken, IOException {
      return cursor.utf8(length, LONGEST);
    }
  }

  /** As the machine has it, here little-endian: {@code B}. */
  record Native(Cursor cursor) implements RInput {
    @Override
    public int integer() throws Broken, IOException {
      return cursor.i32();
    }

    @Override
    public void skip(long count, int bytesEach) throws Broken {
      cursor.skip(Math.multiplyExact(count, (long) bytesEach));
    }

    @Override
    public String text(int length) throws Broken, IOException {
      return cursor.utf8(length, LONGEST);
    }
  }

  /** One word a number: {@code A}. */
  record Ascii(Cursor cursor) implements RInput {
    @Override
    public int integer() throws Broken, IOException {
      String word = word();
      if (word.equals("NA")) {
        return Integer.MIN_VALUE;
      }
      try {
        return Integer.parseInt(word);
      } catch (NumberFormatException wrong) {
        throw new Broken(cursor.position(), "no number where one was expected");
      }
    }

    @Override
    public void skip(long count, int bytesEach) throws Broken, IOException {
      long words = bytesEach == 16 ? count * 2 : count;
      for (long i = 0; i < words; i++) {
        word();
      }
    }

    @Override
    public String text(int length) throws Broken, IOException {
      blanks();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (int i = 0; i < length; i++) {
        int one = cursor.u8();
        bytes.write(one == '\\' ? escaped() : one);
      }
      return bytes.toString(StandardCharsets.UTF_8);
    }

    private int escaped() throws Broken, IOException {
      int one = cursor.u8();
      if (one >= '0' && one <= '7') {
        int value = one - '0';
        for (int i = 0; i < 2 && cursor.peek() >= '0' && cursor.peek() <= '7'; i++) {
          value = value * 8 + cursor.u8() - '0';
        }
        return value;
      }
      return switch (one) {
        case 'n' -> '\n';
        case 't' -> '\t';
        case 'r' -> '\r';
        default -> one;
      };
    }

    private String word() throws Broken, IOException {
      blanks();
      StringBuilder word = new StringBuilder();
      while (cursor.more() && cursor.peek() > ' ') {
        if (word.length() > 64) {
          throw new Broken(cursor.position(), "a number that does not end");
        }
        word.append((char) cursor.u8());
      }
      return word.toString();
    }

    private void blanks() throws Broken, IOException {
      while (cursor.more() && cursor.peek() <= ' ') {
        cursor.u8();
      }
      if (!cursor.more()) {
        throw new Broken(cursor.position(), "the end, in the middle of something");
      }
    }
  }

  /** The longest text that is read. */
  int LONGEST = 1 << 24;
}
