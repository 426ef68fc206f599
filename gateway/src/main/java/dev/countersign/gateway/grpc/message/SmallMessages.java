package dev.countersign.gateway.grpc.message;

import dev.countersign.gateway.wire.Malformed;

/** The messages that are no inferences, as far as the gateway itself reads or answers them. */
public final class SmallMessages {
  private static final int TAG_OF_FIRST_VARINT = 1 << 3;

  private SmallMessages() {}

  /**
   * What a request names first, by a text in field 1: a model, or a service; empty where it names
   * none. A second text, the version of a model, may follow.
   *
   * @throws Malformed if it could be read in another way
   */
  public static String name(byte[] request) throws Malformed {
    String name = "";
    ProtoReader in = new ProtoReader(request);
    while (in.next()) {
      switch (in.field()) {
        case 1 -> name = in.text();
        case 2 -> in.text();
        default -> throw in.unknown();
      }
    }
    return name;
  }

  /** Whether an answer says yes in field 1. */
  public static boolean isYes(byte[] answer) {
    try {
      ProtoReader in = new ProtoReader(answer);
      return in.next() && in.field() == 1 && in.number() == 1;
    } catch (Malformed wrong) {
      return false;
    }
  }

  /** An answer that says yes or no in field 1. */
  public static byte[] answer(boolean yes) {
    return answer(yes ? 1 : 0);
  }

  /**
   * An answer that is a small number in field 1.
   *
   * @param number from 0 to 127
   */
  public static byte[] answer(int number) {
    return number == 0 ? new byte[0] : new byte[] {TAG_OF_FIRST_VARINT, (byte) number};
  }
}
