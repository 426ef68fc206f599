package dev.countersign.flink;

import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.event.Event;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * From lines of a log to alerts.
 *
 * <p>Lines of one client have to come in one partition of the source, in their order: then its
 * events are seen in that order, and the alerts about it are those that {@code countersign watch}
 * raises on the same log.
 *
 * @param watched what is watched by what
 * @param lateness how far events of different clients may come out of order
 * @param idle after which a partition that is silent holds up nobody
 * @param remembered how long a silent client is remembered, in time of the machine
 */
public record Pipeline(Watched watched, Duration lateness, Duration idle, Duration remembered) {
  private static final OutputTag<Contribution> CONTRIBUTIONS =
      new OutputTag<>("contributions", ContributionSerializer.TYPE);
  private static final OutputTag<String> DEAD_LETTERS =
      new OutputTag<>("dead-letters", Types.STRING);

  /**
   * What comes of a log.
   *
   * @param alerts as lines of JSON ({@code docs/schema/watch-alert-1.schema.json})
   * @param deadLetters why lines were no events
   */
  public record Result(DataStream<String> alerts, DataStream<String> deadLetters) {}

  /** Half a minute of disorder, a minute of silence, thirty days of memory. */
  public static Pipeline of(Watched watched) {
    return new Pipeline(
        watched, Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofDays(30));
  }

  /** Puts the stages behind a source of lines. */
  public Result from(DataStream<byte[]> lines) {
    SingleOutputStreamOperator<Event> events =
        lines
            .process(new ParseFunction(DEAD_LETTERS), EventSerializer.TYPE)
            .uid("events")
            .name("events");
    SingleOutputStreamOperator<String> ofClients =
        events
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<Event>forBoundedOutOfOrderness(lateness)
                    .withTimestampAssigner((event, before) -> event.time())
                    .withIdleness(idle))
            .uid("watermarks")
            .keyBy(Keys.ofClient(watched), Types.STRING)
            .process(new ClientFunction(watched, CONTRIBUTIONS, remembered), Types.STRING)
            .uid("clients")
            .name("clients");
    DataStream<String> ofFleets =
        ofClients
            .getSideOutput(CONTRIBUTIONS)
            .keyBy(Keys.ofModel(watched), Types.STRING)
            .process(new FleetFunction(watched), Types.STRING)
            .uid("fleets")
            .name("fleets");
    return new Result(ofClients.union(ofFleets), events.getSideOutput(DEAD_LETTERS));
  }
}
