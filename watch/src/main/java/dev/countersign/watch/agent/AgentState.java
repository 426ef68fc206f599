package dev.countersign.watch.agent;

import dev.countersign.watch.detector.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What is remembered of one client's calls: of the last six sessions, and of six tools. */
final class AgentState implements State {
  private static final int SESSIONS = 6;
  private static final int SINKS = 6;
  private static final long DAY = 86_400_000L;

  /** A minute, in milliseconds. */
  private static final double MINUTE = 60_000;

  /** Without a session's id, so long a silence begins a new one. */
  private static final long SILENCE = 1_800_000L;

  /** Bytes that it is written as. */
  static final int BYTES = SESSIONS * 9 + SINKS * 8 + 3 * Float.BYTES + 2 * Long.BYTES + 4;

  private final int[] sessions = new int[SESSIONS];
  private final byte[] lastTools = new byte[SESSIONS];
  private final int[] calls = new int[SESSIONS];
  private final int[] sinks = new int[SINKS];
  private final float[] sent = new float[SINKS];
  private float surprise;
  private float flagged;
  private float rate;
  private long last;
  private long unseen;
  private int day;

  /** It is this time: what is counted for a while fades. */
  void at(long time) {
    long passed = Math.max(0, time - last);
    if (passed > 0) {
      rate *= (float) Math.exp(-passed / MINUTE);
      float half = (float) Math.exp(-passed / (double) DAY);
      for (int i = 0; i < SINKS; i++) {
        sent[i] *= half;
      }
    }
    int now = (int) Math.floorDiv(time, DAY);
    if (now != day) {
      unseen = 0;
      day = now;
    }
    if (passed > SILENCE) {
      forget(0);
    }
    last = time;
  }

  private void forget(int session) {
    for (int i = 0; i < SESSIONS; i++) {
      if (sessions[i] == session) {
        lastTools[i] = Usual.START;
        calls[i] = 0;
      }
    }
  }

  /** Brings a session to the front; the one that was seen longest ago goes. */
  void session(int session) {
    int at = 0;
    while (at < SESSIONS - 1 && sessions[at] != session) {
      at++;
    }
    boolean known = sessions[at] == session;
    byte tool = known ? lastTools[at] : Usual.START;
    int count = known ? calls[at] : 0;
    System.arraycopy(sessions, 0, sessions, 1, at);
    System.arraycopy(lastTools, 0, lastTools, 1, at);
    System.arraycopy(calls, 0, calls, 1, at);
    sessions[0] = session;
    lastTools[0] = tool;
    calls[0] = count;
  }

  /** A tool was called in the session at the front; gives the one before. */
  int called(int tool) {
    int before = lastTools[0] & 0xFF;
    lastTools[0] = (byte) tool;
    calls[0]++;
    rate++;
    return before;
  }

  /** Calls in the session at the front. */
  int calls() {
    return calls[0];
  }

  /** Calls in the last minute, the older the less they count. */
  double rate() {
    return rate;
  }

  /** So much was sent to a tool; gives how much in the last day, the older the less it counts. */
  double sent(int sink, long bytes) {
    int least = 0;
    for (int i = 0; i < SINKS; i++) {
      if (sinks[i] == sink && sent[i] > 0) {
        return sent[i] += bytes;
      }
      least = sent[i] < sent[least] ? i : least;
    }
    sinks[least] = sink;
    return sent[least] = bytes;
  }

  /** A tool was called that was never learnt; gives about how many different ones today. */
  int unseen(long tool) {
    unseen |= 1L << (tool >>> 58);
    return Long.bitCount(unseen);
  }

  /** An average of surprise in which the last ten calls count most, times a factor. */
  double surprise(double now, double share) {
    surprise = (float) ((1 - share) * surprise + share * now);
    return surprise;
  }

  /** A sum that does not fall below 0. */
  double flagged(double step) {
    flagged = (float) Math.max(0, flagged + step);
    return flagged;
  }

  /** Adds what another state of the same client knows. */
  AgentState with(AgentState later) {
    for (int i = 0; i < SINKS; i++) {
      if (sent[i] > 0) {
        later.sent(sinks[i], (long) sent[i]);
      }
    }
    later.rate += rate;
    later.flagged = Math.max(flagged, later.flagged);
    later.unseen |= day == later.day ? unseen : 0;
    return later;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    for (int i = 0; i < SESSIONS; i++) {
      out.writeInt(sessions[i]);
      out.writeByte(lastTools[i]);
      out.writeInt(calls[i]);
    }
    for (int i = 0; i < SINKS; i++) {
      out.writeInt(sinks[i]);
      out.writeFloat(sent[i]);
    }
    out.writeFloat(surprise);
    out.writeFloat(flagged);
    out.writeFloat(rate);
    out.writeLong(last);
    out.writeLong(unseen);
    out.writeInt(day);
  }

  static AgentState read(DataInput in) throws IOException {
    AgentState state = new AgentState();
    for (int i = 0; i < SESSIONS; i++) {
      state.sessions[i] = in.readInt();
      state.lastTools[i] = in.readByte();
      state.calls[i] = in.readInt();
    }
    for (int i = 0; i < SINKS; i++) {
      state.sinks[i] = in.readInt();
      state.sent[i] = in.readFloat();
    }
    state.surprise = in.readFloat();
    state.flagged = in.readFloat();
    state.rate = in.readFloat();
    state.last = in.readLong();
    state.unseen = in.readLong();
    state.day = in.readInt();
    return state;
  }
}
