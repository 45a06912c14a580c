package org.bellbuoy.port.watch;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.port.decode.DatagramProtocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.Decoders;
import org.bellbuoy.port.decode.FrameDecoder;
import org.bellbuoy.port.decode.StreamProtocol;
import org.bellbuoy.port.protocol.ads.AdsProtocol;
import org.bellbuoy.port.protocol.ads.RouterProtocol;
import org.bellbuoy.port.protocol.bacnet.BacnetProtocol;
import org.bellbuoy.port.protocol.dnp3.Dnp3DatagramProtocol;
import org.bellbuoy.port.protocol.dnp3.Dnp3Protocol;
import org.bellbuoy.port.protocol.enip.EnipDatagramProtocol;
import org.bellbuoy.port.protocol.enip.EnipProtocol;
import org.bellbuoy.port.protocol.fins.FinsTcpProtocol;
import org.bellbuoy.port.protocol.fins.FinsUdpProtocol;
import org.bellbuoy.port.protocol.iec104.Iec104Protocol;
import org.bellbuoy.port.protocol.modbus.ModbusProtocol;
import org.bellbuoy.port.protocol.opcua.OpcUaProtocol;
import org.bellbuoy.port.protocol.profinet.DcpDecoder;
import org.bellbuoy.port.protocol.profinet.IoProtocol;
import org.bellbuoy.port.protocol.s7.S7PlusProtocol;
import org.bellbuoy.port.protocol.s7.S7Protocol;

/** All protocols that the watch tells. A new decoder gets its line here. */
public final class PortProtocols {
  private PortProtocols() {}

  /**
   * The decoders of one run. Asked in this order, the narrowest signs first.
   *
   * @param context for decoders of frames, which are made at once
   */
  public static Decoders all(DecodeContext context) {
    List<StreamProtocol> streams = new ArrayList<>();
    streams.add(new OpcUaProtocol());
    streams.add(new EnipProtocol());
    streams.add(new S7Protocol());
    streams.add(new S7PlusProtocol());
    streams.add(new Dnp3Protocol());
    streams.add(new Iec104Protocol());
    streams.add(new AdsProtocol());
    streams.add(new FinsTcpProtocol());
    streams.add(new ModbusProtocol());
    List<DatagramProtocol> datagrams = new ArrayList<>();
    datagrams.add(new EnipDatagramProtocol());
    datagrams.add(new Dnp3DatagramProtocol());
    datagrams.add(new IoProtocol());
    datagrams.add(new RouterProtocol());
    datagrams.add(new FinsUdpProtocol());
    datagrams.add(new BacnetProtocol());
    List<FrameDecoder> frames = new ArrayList<>();
    frames.add(new DcpDecoder(context));
    return new Decoders(streams, datagrams, frames);
  }
}
