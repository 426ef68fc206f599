package dev.countersign.gateway.grpc;

import dev.countersign.gateway.proxy.Budget;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bounds one call: its bytes take their room from the budget of all requests as they come, and it
 * ends when its time is over, though its client neither sends nor reads.
 */
final class CallMeter extends ServerStreamTracer {
  private static final Context.Key<CallMeter> KEY = Context.key("countersign-call");

  private final Budget budget;
  private final Duration life;
  private final ScheduledExecutorService timer;
  private Context.@Nullable CancellableContext bounded;
  private Runnable whenOver = () -> {};
  private long bytes;
  private int parts;
  private boolean over;
  private boolean closed;
  private Status.Code end = Status.Code.OK;

  private CallMeter(Budget budget, Duration life, ScheduledExecutorService timer) {
    this.budget = budget;
    this.life = life;
    this.timer = timer;
  }

  /**
   * Makes one for each call.
   *
   * @param life how long a call may take in all
   */
  static ServerStreamTracer.Factory factory(
      Budget budget, Supplier<Duration> life, ScheduledExecutorService timer) {
    return new Factory() {
      @Override
      public ServerStreamTracer newServerStreamTracer(String name, Metadata headers) {
        return new CallMeter(budget, life.get(), timer);
      }
    };
  }

  /** That of the call which this thread works on. */
  static CallMeter current() {
    return KEY.get();
  }

  @Override
  public synchronized Context filterContext(Context context) {
    bounded =
        context.withValue(KEY, this).withDeadlineAfter(life.toNanos(), TimeUnit.NANOSECONDS, timer);
    return bounded;
  }

  @Override
  public void inboundWireSize(long more) {
    takes(more);
  }

  /**
   * Takes room for more bytes.
   *
   * @return whether there was room; if not, whoever works on the call was told
   */
  boolean takes(long more) {
    Runnable tell;
    synchronized (this) {
      bytes += more;
      while (!closed && !over && (long) parts * Budget.PART < bytes) {
        over = !budget.takes();
        parts += over ? 0 : 1;
      }
      if (!over) {
        return true;
      }
      tell = whenOver;
    }
    tell.run();
    return false;
  }

  /** Says what is to be done when there is no room. */
  void whenOver(Runnable task) {
    boolean now;
    synchronized (this) {
      whenOver = task;
      now = over;
    }
    if (now) {
      task.run();
    }
  }

  /** How it ended; OK where it has not. */
  synchronized Status.Code ended() {
    return end;
  }

  @Override
  public void streamClosed(Status status) {
    Context.@Nullable CancellableContext ended;
    synchronized (this) {
      closed = true;
      end = status.getCode();
      budget.gives(parts);
      parts = 0;
      ended = bounded;
    }
    if (ended != null) {
      ended.cancel(null);
    }
  }
}
