package org.bellbuoy.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationSink;
import org.bellbuoy.port.operation.OperationText;
import org.bellbuoy.port.operation.ValueKind;
import org.bellbuoy.store.Column;
import org.bellbuoy.store.ParquetTable;

/** Operations as a Parquet file, sorted by time and place. */
final class OperationTable implements OperationSink, AutoCloseable {
  private static final long NANOS = 1_000_000_000;

  private static final List<Column> COLUMNS =
      List.of(
          new Column("time", Column.Type.TIMESTAMP),
          new Column("from_ip", Column.Type.VARCHAR),
          new Column("from_port", Column.Type.INTEGER),
          new Column("from_mac", Column.Type.VARCHAR),
          new Column("to_ip", Column.Type.VARCHAR),
          new Column("to_port", Column.Type.INTEGER),
          new Column("to_mac", Column.Type.VARCHAR),
          new Column("protocol", Column.Type.VARCHAR),
          new Column("function", Column.Type.VARCHAR),
          new Column("code", Column.Type.INTEGER),
          new Column("class", Column.Type.VARCHAR),
          new Column("target", Column.Type.VARCHAR),
          new Column("value", Column.Type.VARCHAR),
          new Column("result", Column.Type.VARCHAR),
          new Column("result_code", Column.Type.INTEGER),
          new Column("result_name", Column.Type.VARCHAR),
          new Column("source", Column.Type.VARCHAR),
          new Column("frame", Column.Type.BIGINT),
          new Column("offset", Column.Type.BIGINT),
          new Column("answered", Column.Type.TIMESTAMP),
          new Column("answer_frame", Column.Type.BIGINT));

  /** Operations of one packet have the same place; what was asked tells them apart. */
  private static final List<String> ORDER =
      List.of("time", "source", "frame", "function", "target", "value", "result", "answer_frame");

  private final ParquetTable table;
  private final List<String> sources;

  /**
   * A table.
   *
   * @param sources names of sources by index
   */
  OperationTable(Path file, List<String> sources) {
    this.table = ParquetTable.create(file, COLUMNS, ORDER);
    this.sources = sources;
  }

  @Override
  public void operation(Operation operation) {
    table.append(instant(operation.epochNanos()));
    end(operation.source());
    end(operation.destination());
    table
        .append(operation.protocol().word())
        .append(operation.functionName())
        .append(operation.functionCode())
        .append(operation.operationClass().word())
        .append(OperationText.target(operation));
    text(operation.valueKind() == ValueKind.NONE ? "" : OperationText.value(operation));
    table.append(operation.result().word()).append(operation.resultCode());
    text(operation.resultName());
    table
        .append(sources.get(operation.request().source()))
        .append(operation.request().frame())
        .append(operation.request().offset());
    if (operation.hasResponse()) {
      table.append(instant(operation.response().epochNanos())).append(operation.response().frame());
    } else {
      table.appendNull().appendNull();
    }
    table.endRow();
  }

  private void end(Endpoint end) {
    text(end.address().equals(IpAddress.NONE) ? "" : end.address().toString());
    if (end.port() > 0) {
      table.append(end.port());
    } else {
      table.appendNull();
    }
    text(Endpoint.macText(end.mac()));
  }

  private void text(String value) {
    if (value.isEmpty()) {
      table.appendNull();
    } else {
      table.append(value);
    }
  }

  private static Instant instant(long epochNanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(epochNanos, NANOS), Math.floorMod(epochNanos, NANOS));
  }

  /** Gives the table up; nothing is written. */
  void abandon() {
    table.abandon();
  }

  @Override
  public void close() {
    table.close();
  }
}
