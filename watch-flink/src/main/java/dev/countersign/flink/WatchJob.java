package dev.countersign.flink;

import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.Detectors;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;

/**
 * The job: {@code flink run countersign-watch-flink.jar --baseline FILE --trust FILE (--log URI |
 * --brokers HOST:PORT --topic NAME) (--alerts URI | --alerts-topic NAME)}.
 *
 * <p>Checkpoints, their interval and the state backend are what the cluster's configuration says;
 * with checkpoints each alert is written exactly once, by file and by topic.
 */
public final class WatchJob {
  /** A quarter of an hour: brokers allow no more unless they are told to. */
  private static final String LONGEST_TRANSACTION = "900000";

  private WatchJob() {}

  /**
   * Submits the job.
   *
   * @throws Exception as Flink does
   */
  public static void main(String[] arguments) throws Exception {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    build(environment, ParameterTool.fromArgs(arguments), Detectors::all);
    environment.execute("countersign watch");
  }

  /** Puts the job together. */
  static void build(
      StreamExecutionEnvironment environment,
      ParameterTool parameters,
      Watched.Serialized<List<DetectorKind>> detectors)
      throws Exception {
    environment.getConfig().setGlobalJobParameters(parameters);
    Pipeline usual = Pipeline.of(new Watched(Baselines.of(parameters), detectors));
    Pipeline pipeline =
        new Pipeline(
            usual.watched(),
            duration(parameters, "lateness").orElse(usual.lateness()),
            duration(parameters, "idle").orElse(usual.idle()),
            duration(parameters, "remember").orElse(usual.remembered()));
    write(pipeline.from(lines(environment, parameters)).alerts(), parameters);
  }

  private static Optional<Duration> duration(ParameterTool parameters, String name) {
    return Optional.ofNullable(parameters.get(name)).map(Duration::parse);
  }

  private static DataStream<byte[]> lines(
      StreamExecutionEnvironment environment, ParameterTool parameters) throws IOException {
    if (parameters.has("log")) {
      FileSource<byte[]> files =
          FileSource.forRecordStreamFormat(new Lines(), new Path(parameters.get("log"))).build();
      return environment
          .fromSource(
              files,
              WatermarkStrategy.noWatermarks(),
              "log",
              PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
          .uid("log");
    }
    KafkaSource<byte[]> topic =
        KafkaSource.<byte[]>builder()
            .setBootstrapServers(parameters.getRequired("brokers"))
            .setTopics(parameters.getRequired("topic"))
            .setGroupId(parameters.get("group", "countersign-watch"))
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setValueOnlyDeserializer(new Raw())
            .build();
    return environment
        .fromSource(
            topic,
            WatermarkStrategy.noWatermarks(),
            "topic",
            PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
        .uid("topic");
  }

  private static void write(DataStream<String> alerts, ParameterTool parameters) {
    if (parameters.has("alerts")) {
      Path folder = new Path(parameters.get("alerts"));
      alerts
          .sinkTo(FileSink.forRowFormat(folder, new SimpleStringEncoder<String>()).build())
          .uid("alerts");
      return;
    }
    alerts
        .sinkTo(
            KafkaSink.<String>builder()
                .setBootstrapServers(parameters.getRequired("brokers"))
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix("countersign-watch")
                .setProperty("transaction.timeout.ms", LONGEST_TRANSACTION)
                .setRecordSerializer(
                    KafkaRecordSerializationSchema.<String>builder()
                        .setTopic(parameters.getRequired("alerts-topic"))
                        .setValueSerializationSchema(new SimpleStringSchema())
                        .build())
                .build())
        .uid("alerts-topic");
  }
}
