package org.bellbuoy.sea.feed;

/** A few lines of each format, good and bad, made for the tests. */
final class GoldenLines {
  static final String SBARC_NAME = "AIS_SBARC_180603-01.txt";

  static final String SBARC =
      "00:59:59:547;TEST SHIP;70;10;90.5;1;0;235000001;0;253;15.3;1;-119.25;34.5;126;127;7;0;0;0;0;2;2\r\n"
          + "01:00:02:000;NOT NAMED;00;1;0;1;0;235000002;15;128;102.3;0;181;91;360;511;60;0;0;0;0;2\r\n"
          + "01:00:03:000;SMALL;37;1.5;263.9;18;0;338000003;0;3.1;0;-119.5;34.25;147.7;511;6;0;1;0;1;0;1;0;0;1\r\n"
          + "01:00:04:000;5;0;235000001;0;9380049;VREU4;STAR;;80;147;35;10;22;1;399936;77;HERE; THERE;0\r\n"
          + "01:00:05:000;24;0;338000003;0;SMALL;0;;;0;0;0;0;0\r\n"
          + "01:00:06:000;24;0;338000003;1;;37;AB;C;WDC1234;6;21;6;4;0\r\n"
          + "\r\n"
          + "01:00:07:000;NO SHIP;70;10;90.5;1;0;x35;0;0;15.3;1;-119.25;34.5;126;127;7;0;0;0;0;2;2\r\n"
          + "25:00:07:000;24;0;338000003;0;SMALL;0;;;0;0;0;0;0\r\n"
          + "01:00:08:000;too;short";

  static final String MARINECADASTRE =
      "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,Width,Draft,Cargo,TransceiverClass\n"
          + "367000001,2022-01-03T00:00:03,30.3706,-88.56408,0,336.2,511,\"EAGLE, II\",IMO8207721,WTD4583,31,0,28,11,3.3,52,A\n"
          + "367000002,2022-01-03T00:00:04,30.3706,-88.56408,-2.4,-49.6,511,,,,,,,,,,B\n"
          + "367000003,2022-13-03T00:00:04,30.3706,-88.56408,0,0,511,,,,,,,,,,B\n";

  static final String MARINECADASTRE_NEW =
      "\u00ef\u00bb\u00bfmmsi,base_date_time,longitude,latitude,sog,cog,heading,vessel_name,imo,call_sign,vessel_type,status,length,width,draft,cargo,transceiver\r\n"
          + "367000001,2024-01-03 00:00:03,-88.5,30.25,5.1,10,12,EAGLE,IMO8207721,WTD4583,31,under way using engine,28,11,3.3,52,A\r\n";

  static final String DMA =
      "# Timestamp,Type of mobile,MMSI,Latitude,Longitude,Navigational status,ROT,SOG,COG,Heading,IMO,Callsign,Name,Ship type,Cargo type,Width,Length,Type of position fixing device,Draught,Destination,ETA,Data source type,A,B,C,D\n"
          + "03/04/2021 00:00:01,Class A,219000001,57.5,10.25,Moored,-14.5,0.1,33.5,34,9380049,OXYZ2,ANNA,Cargo,,20,100,GPS,6.5,SKAGEN,,AIS,80,20,8,12\n"
          + "03/04/2021 00:00:02,Base Station,2190067,57.1,10.1,Unknown value,,,,,Unknown,Unknown,,Undefined,,,,Undefined,,,,AIS,,,,\n"
          + "03/04/2021 00:00:03,Class B,219000003,91.0,0.0,Unknown value,,,,,Unknown,,,Undefined,,,,,,,,AIS,,,,\n"
          + "2021-99-03 00:00:03,Class B,219000003,91.0,0.0,Unknown value,,,,,Unknown,,,Undefined,,,,,,,,AIS,,,,\n";

  static final String EXACTEARTH =
      "MMSI,Message_ID,Time,Millisecond,Base_station,Vessel_Name,Navigational_status,ROT,SOG,Accuracy,Longitude,Latitude,COG,Heading,UTC_second\n"
          + "\"273000001\",\"27\",\"20210701_185019\",\"160\",\"S1\",\"\",\"5\",\"\",\"0.0\",\"0\",\"158.65\",\"53.0\",\"None\",\"\",\"\"\n"
          + "\"366000001\",\"3\",\"20210701_185154\",\"1002\",\"S1\",\"\",\"0\",\"-14.46345342\",\"17.0\",\"1\",\"161.5\",\"-5.75\",\"136.1\",\"134.0\",\"47\"\n"
          + "\"366000001\",\"99\",\"20210701_185154\",\"1\",\"S1\",\"\",\"0\",\"\",\"17.0\",\"1\",\"161.5\",\"-5.75\",\"136.1\",\"134.0\",\"47\"\n";

  static final String DIGITRAFFIC =
      "{\"timestamp\": \"2025-12-12T12:31:24.532392+00:00\", \"vessels\": [\n"
          + "{\"mmsi\": 230000001, \"name\": \"A \\\"}] B\", \"lon\": 19.5, \"lat\": 59.25, \"sog\": 6.5, \"cog\": 205.7, \"heading\": 205, \"ship_type\": 52},\n"
          + "{\"mmsi\": \"none\", \"lon\": 1, \"lat\": 2},\n"
          + "{\"mmsi\": 230000003, \"lon\": }\n"
          + "]}\n";

  static final String DIGITRAFFIC_LOCATIONS =
      "{\"type\":\"FeatureCollection\",\"dataUpdatedTime\":\"2025-12-12T12:31:24Z\",\"features\":["
          + "{\"mmsi\":230000001,\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[20.5,55.75]},"
          + "\"properties\":{\"mmsi\":230000001,\"sog\":0.1,\"cog\":346.5,\"navStat\":1,\"rot\":4,\"posAcc\":true,\"raim\":false,\"heading\":79,\"timestamp\":59,\"timestampExternal\":1659212938646}}]}";

  static final String AISSTREAM =
      "{\"Message\":{\"PositionReport\":{\"Cog\":308.2,\"Latitude\":66.25,\"Longitude\":12.5,\"MessageID\":3,\"NavigationalStatus\":15,\"PositionAccuracy\":true,\"RateOfTurn\":-128,\"Sog\":4.1,\"Timestamp\":31,\"TrueHeading\":235,\"UserID\":259000420}},\"MessageType\":\"PositionReport\",\"MetaData\":{\"MMSI\":259000420,\"ShipName\":\"AUGUSTSON   \",\"latitude\":66.25,\"longitude\":12.5,\"time_utc\":\"2022-12-29 18:22:32.318353 +0000 UTC\"}}\n"
          + "{\"MessageType\":\"ShipStaticData\",\"MetaData\":{\"MMSI\":1,\"time_utc\":\"2022-12-29 18:22:33 +0000 UTC\"},\"Message\":{\"ShipStaticData\":{\"UserID\":259000421,\"MessageID\":5,\"ImoNumber\":9380049,\"Name\":\"BERTA\",\"Type\":70,\"Dimension\":{\"A\":10,\"B\":20,\"C\":3,\"D\":4},\"Eta\":{\"Month\":1},\"MaximumStaticDraught\":6.2,\"Destination\":\"OSLO\"}}}\n"
          + "{\"MessageType\":\"PositionReport\",\n"
          + "[1]\n";

  static final String CSV =
      "Time,MMSI,Latitude_degrees,Longitude_degrees,COG_degrees,SOG_knots\n"
          + "2016-01-12 13:02:11.218,235000001,50.7730133333333,-1.092935,157.8,5.9\n"
          + "2016-01-12 13:02:11.218,235000001,north,-1.092935,157.8,5.9\n";

  static final String NMEA =
      "# made for a test\r\n"
          + "\r\n"
          + "\\s:42809,c:1635731889,t:1635731965*6A\\!AIVDM,1,1,,,403t>B1vFhQr5`NonbBw?>G00<0n,0*7B\r\n"
          + "!AIVDM,1,1,,B,133sVfPP00PD>hRMDH@jNOvN20S8,0*00\r\n"
          + "!AIVDM,1,1,,A,133sVfPP00PD>hRMDH@jNOvN20S8,0*7F";

  private GoldenLines() {}

  /** A content of a format. */
  static String of(FeedFormat format) {
    return switch (format) {
      case SBARC -> SBARC;
      case MARINECADASTRE -> MARINECADASTRE;
      case DMA -> DMA;
      case EXACTEARTH -> EXACTEARTH;
      case DIGITRAFFIC -> DIGITRAFFIC;
      case AISSTREAM -> AISSTREAM;
      case CSV -> CSV;
      case NMEA -> NMEA;
    };
  }
}
