package dev.countersign.gateway;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TextFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The protocol's messages in protobuf's own text format, read and written by protobuf's own
 * library: what clients and servers have. The fields are those of open_inference_grpc.proto.
 */
public final class Oip {
  private static final FileDescriptor FILE = file();

  private Oip() {}

  private static FileDescriptor file() {
    FileDescriptorProto.Builder file =
        FileDescriptorProto.newBuilder().setName("oip.proto").setPackage("inference");
    file.setSyntax("proto3");
    file.addMessageType(
        message(
            "InferParameter", "1 bool_param bool", "2 int64_param int64", "3 string_param string"));
    file.addMessageType(message("Parameter", "1 key string", "2 value .inference.InferParameter"));
    file.addMessageType(
        message(
            "InferTensorContents",
            "1 bool_contents bool*",
            "2 int_contents int32*",
            "3 int64_contents int64*",
            "4 uint_contents uint32*",
            "5 uint64_contents uint64*",
            "6 fp32_contents float*",
            "7 fp64_contents double*",
            "8 bytes_contents bytes*"));
    file.addMessageType(
        message(
            "Tensor",
            "1 name string",
            "2 datatype string",
            "3 shape int64*",
            "4 parameters .inference.Parameter*",
            "5 contents .inference.InferTensorContents"));
    file.addMessageType(message("Output", "1 name string", "2 parameters .inference.Parameter*"));
    file.addMessageType(
        message(
            "ModelInferRequest",
            "1 model_name string",
            "2 model_version string",
            "3 id string",
            "4 parameters .inference.Parameter*",
            "5 inputs .inference.Tensor*",
            "6 outputs .inference.Output*",
            "7 raw_input_contents bytes*"));
    file.addMessageType(
        message(
            "ModelInferResponse",
            "1 model_name string",
            "2 model_version string",
            "3 id string",
            "4 parameters .inference.Parameter*",
            "5 outputs .inference.Tensor*",
            "6 raw_output_contents bytes*"));
    file.addMessageType(message("Named", "1 name string", "2 version string"));
    file.addMessageType(message("Said", "1 yes bool"));
    file.addMessageType(message("Counted", "1 number int32"));
    try {
      return FileDescriptor.buildFrom(file.build(), new FileDescriptor[0]);
    } catch (DescriptorValidationException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  /** Each field is its number, its name and its type, with an asterisk where it is repeated. */
  private static DescriptorProto message(String name, String... fields) {
    DescriptorProto.Builder message = DescriptorProto.newBuilder().setName(name);
    for (String field : fields) {
      String[] parts = field.split(" ", 3);
      boolean repeated = parts[2].endsWith("*");
      String type = repeated ? parts[2].substring(0, parts[2].length() - 1) : parts[2];
      FieldDescriptorProto.Builder one =
          message
              .addFieldBuilder()
              .setNumber(Integer.parseInt(parts[0]))
              .setName(parts[1])
              .setLabel(repeated ? Label.LABEL_REPEATED : Label.LABEL_OPTIONAL);
      if (type.startsWith(".")) {
        one.setType(Type.TYPE_MESSAGE).setTypeName(type);
      } else {
        one.setType(Type.valueOf("TYPE_" + type.toUpperCase(java.util.Locale.ROOT)));
      }
    }
    return message.build();
  }

  /** A request, of what is between the braces of its text form. */
  public static byte[] request(String text) {
    return bytes("ModelInferRequest", text);
  }

  /** An answer. */
  public static byte[] response(String text) {
    return bytes("ModelInferResponse", text);
  }

  /** Any message of the file by its name. */
  public static byte[] bytes(String type, String text) {
    DynamicMessage.Builder message = DynamicMessage.newBuilder(descriptor(type));
    try {
      TextFormat.merge(text, message);
    } catch (TextFormat.ParseException wrong) {
      throw new IllegalArgumentException(wrong);
    }
    return message.build().toByteArray();
  }

  /** What protobuf's library reads in bytes. */
  public static DynamicMessage parse(String type, byte[] bytes)
      throws InvalidProtocolBufferException {
    return DynamicMessage.parseFrom(descriptor(type), bytes);
  }

  private static Descriptor descriptor(String type) {
    return FILE.findMessageTypeByName(type);
  }

  /** Raw contents of numbers, as the text form writes bytes. */
  static String raw(float... numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float number : numbers) {
      bytes.putFloat(number);
    }
    return raw(bytes.array());
  }

  /** Raw contents, as the text form writes bytes. */
  public static String raw(byte... bytes) {
    return "'" + TextFormat.escapeBytes(ByteString.copyFrom(bytes)) + "'";
  }
}
