package id.deskpemilu.dispatch.paper.kit;

import java.nio.charset.StandardCharsets;

/** The metadata packet (XMP) of PDF/A-3b, with the description of our own properties that PDF/A asks for. */
final class Metadata {

    private static final String PACKET = """
            <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
             <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
              <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
               <pdfaid:part>3</pdfaid:part>
               <pdfaid:conformance>B</pdfaid:conformance>
              </rdf:Description>
              <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
               <dc:format>application/pdf</dc:format>
               <dc:title><rdf:Alt><rdf:li xml:lang="x-default">@title@</rdf:li></rdf:Alt></dc:title>
               <dc:description><rdf:Alt><rdf:li xml:lang="x-default">@subject@</rdf:li></rdf:Alt></dc:description>
               <dc:creator><rdf:Seq><rdf:li>@author@</rdf:li></rdf:Seq></dc:creator>
               <dc:language><rdf:Bag><rdf:li>id-ID</rdf:li></rdf:Bag></dc:language>
              </rdf:Description>
              <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
               <xmp:CreateDate>@created@</xmp:CreateDate>
               <xmp:ModifyDate>@created@</xmp:ModifyDate>
               <xmp:CreatorTool>@tool@</xmp:CreatorTool>
               <pdf:Producer>@tool@</pdf:Producer>
              </rdf:Description>
              <rdf:Description rdf:about="" xmlns:desk="@namespace@">
               <desk:letter>@letter@</desk:letter>
               <desk:snapshotSha256>@hash@</desk:snapshotSha256>
              </rdf:Description>
              <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
                xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
               <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
                <pdfaSchema:schema>Desk Pemilu letter</pdfaSchema:schema>
                <pdfaSchema:namespaceURI>@namespace@</pdfaSchema:namespaceURI>
                <pdfaSchema:prefix>desk</pdfaSchema:prefix>
                <pdfaSchema:property><rdf:Seq>
                 <rdf:li rdf:parseType="Resource">
                  <pdfaProperty:name>letter</pdfaProperty:name>
                  <pdfaProperty:valueType>Text</pdfaProperty:valueType>
                  <pdfaProperty:category>external</pdfaProperty:category>
                  <pdfaProperty:description>The UUID of the letter</pdfaProperty:description>
                 </rdf:li>
                 <rdf:li rdf:parseType="Resource">
                  <pdfaProperty:name>snapshotSha256</pdfaProperty:name>
                  <pdfaProperty:valueType>Text</pdfaProperty:valueType>
                  <pdfaProperty:category>external</pdfaProperty:category>
                  <pdfaProperty:description>The SHA-256 of the attached figures</pdfaProperty:description>
                 </rdf:li>
                </rdf:Seq></pdfaSchema:property>
               </rdf:li></rdf:Bag></pdfaExtension:schemas>
              </rdf:Description>
             </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """;

    private Metadata() {}

    /** The packet. */
    static byte[] of(Identity identity, String tool) {
        return PACKET.replace("@namespace@", Identity.NAMESPACE)
                .replace("@letter@", identity.letter().toString())
                .replace("@hash@", escaped(identity.snapshotSha256()))
                .replace("@created@", identity.created().toString())
                .replace("@tool@", tool)
                .replace("@title@", escaped(identity.title()))
                .replace("@subject@", escaped(identity.subject()))
                .replace("@author@", escaped(identity.author()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return Face.clean(text)
                .replace('\n', ' ')
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;");
    }
}
