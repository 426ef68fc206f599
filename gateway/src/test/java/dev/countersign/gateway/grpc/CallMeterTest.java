package dev.countersign.gateway.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.config.Limits;
import dev.countersign.gateway.proxy.Budget;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What all messages hold together has a bound, and every call an end. */
class CallMeterTest {
  private final ScheduledExecutorService timer = new ScheduledThreadPoolExecutor(1);
  private final Budget budget = new Budget(Limits.USUAL, 2 * Budget.PART);

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  private ServerStreamTracer meter(Duration life) {
    return CallMeter.factory(budget, () -> life, timer)
        .newServerStreamTracer("any", new Metadata());
  }

  @Test
  void bytesTakeTheirRoomAsTheyComeAndGiveItBack() {
    ServerStreamTracer one = meter(Duration.ofMinutes(1));
    ServerStreamTracer other = meter(Duration.ofMinutes(1));
    AtomicInteger told = new AtomicInteger();
    ((CallMeter) other).whenOver(told::incrementAndGet);
    one.inboundWireSize(Budget.PART);
    one.inboundWireSize(1);
    assertThat(told).hasValue(0);
    other.inboundWireSize(1);
    assertThat(told).hasValue(1);
    one.streamClosed(Status.OK);
    assertThat(((CallMeter) meter(Duration.ofMinutes(1))).takes(2 * Budget.PART)).isTrue();
  }

  @Test
  void whoComesTooLateIsToldAtOnce() {
    CallMeter meter = (CallMeter) meter(Duration.ofMinutes(1));
    assertThat(meter.takes(3 * Budget.PART)).isFalse();
    AtomicInteger told = new AtomicInteger();
    meter.whenOver(told::incrementAndGet);
    assertThat(told).hasValue(1);
  }

  @Test
  void aCallEndsWhenItsTimeIsOver() throws Exception {
    Context context = meter(Duration.ofMillis(50)).filterContext(Context.ROOT);
    CountDownLatch ended = new CountDownLatch(1);
    context.addListener(_ -> ended.countDown(), Runnable::run);
    assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
  }
}
