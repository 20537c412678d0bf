"""Word files as Word writes them, part by part: what only Word has, and what no honest file has."""

import io
import zipfile

from PIL import Image

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

TYPES = f"""{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
ROOT = f"""{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>"""
RELS = f"""{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{REL}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{REL}/footnotes" Target="footnotes.xml"/>
<Relationship Id="rId3" Type="{REL}/comments" Target="comments.xml"/>
<Relationship Id="rId4" Type="{REL}/image" Target="media/image1.png"/>
<Relationship Id="rId5" Type="{REL}/hyperlink" Target="https://example.org/report" TargetMode="External"/>
</Relationships>"""
STYLES = f"""{HEAD}<w:styles {W}>
<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="af"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="af1"><w:name w:val="Subtitle"/></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="af2"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="af3"><w:name w:val="Quote"/></w:style></w:styles>"""
FOOTNOTES = f"""{HEAD}<w:footnotes {W}><w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t
 xml:space="preserve"> الرقم من تقرير الوزارة، ص 12.</w:t></w:r></w:p></w:footnote></w:footnotes>"""
COMMENTS = f"""{HEAD}<w:comments {W}><w:comment w:id="0" w:author="رئيسة القسم" w:initials="ر"><w:p><w:r><w:t>نحتاج
 مصدرا ثانيا.</w:t></w:r></w:p></w:comment></w:comments>"""
PICTURE = """<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="صورة 1" descr="جسر فوق النهر"/><a:graphic>
<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
<pic:pic><pic:blipFill><a:blip r:embed="rId4"/>
</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"""
BODY = f"""
<w:p><w:pPr><w:pStyle w:val="af"/><w:bidi/></w:pPr><w:r><w:t>جسر جديد فوق النهر بعد عامين من العمل</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="af1"/></w:pPr><w:r><w:t>الكلفة أقل من المقدر</w:t></w:r></w:p>
<w:p><w:r><w:t>بقلم ليلى حداد</w:t></w:r></w:p>
<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>طرابلس</w:t></w:r><w:r><w:t xml:space="preserve"> - افتُتح الجسر أمس </w:t></w:r>
<w:ins w:id="5" w:author="المدقق"><w:r><w:t xml:space="preserve">رسميا </w:t></w:r></w:ins>
<w:del w:id="6" w:author="المدقق"><w:r><w:delText>تقريبا </w:delText></w:r></w:del>
<w:commentRangeStart w:id="0"/><w:r><w:t>بكلفة مليوني دولار</w:t></w:r><w:commentRangeEnd w:id="0"/>
<w:r><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:r>
<w:t xml:space="preserve">،
 بحسب </w:t></w:r><w:hyperlink r:id="rId5"><w:r><w:t>تقرير الوزارة</w:t></w:r></w:hyperlink>
<w:r><w:t>.</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="2"/></w:pPr><w:r><w:t>ما الذي بقي</w:t></w:r></w:p>
{PICTURE}
<w:p><w:pPr><w:pStyle w:val="af2"/></w:pPr><w:r><w:t>الجسر كما بدا صباح أمس.</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="af3"/></w:pPr><w:r><w:t>«الطريق أقصر الآن»، قال سائق.</w:t></w:r></w:p>
<w:moveTo w:id="8" w:author="المدقق"/><w:p><w:r><w:t>وتبقى الإنارة إلى الربيع.</w:t></w:r></w:p>
<w:p><w:r><w:t>م.ع/س.ك</w:t></w:r></w:p>
"""


def png(width: int = 640, height: int = 420) -> bytes:
    """Return a picture of one colour."""
    made = io.BytesIO()
    Image.new("RGB", (width, height), "#7a94a6").save(made, "PNG")
    return made.getvalue()


def word_file(body: str = BODY, *, picture: bytes | None = None, declares: str = "", **parts: bytes) -> bytes:
    """Return a .docx with this body; `declares` stands before the document's root, `parts` are more files in it."""
    document = f"{HEAD}{declares}<w:document {W}><w:body>{body}</w:body></w:document>"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("_rels/.rels", ROOT)
        package.writestr("word/document.xml", document)
        package.writestr("word/_rels/document.xml.rels", RELS)
        package.writestr("word/styles.xml", STYLES)
        package.writestr("word/footnotes.xml", FOOTNOTES)
        package.writestr("word/comments.xml", COMMENTS)
        package.writestr("word/media/image1.png", picture or png())
        for name, data in parts.items():
            package.writestr(f"word/{name}", data)
    return made.getvalue()


def _run(text: str, more: str = "") -> str:
    return f'<w:r><w:rPr>{more}<w:rtl w:val="1"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _paragraph(*runs: str, style: str = "", is_item: bool = False) -> str:
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:right="720"/>' if is_item else ""
    end = '<w:r><w:rPr><w:rtl w:val="0"/></w:rPr></w:r>'
    return f'<w:p><w:pPr>{style}{item}<w:bidi w:val="1"/></w:pPr>{"".join(runs)}{end}</w:p>'


def _row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{_paragraph(_run(cell))}</w:tc>' for cell in cells)}</w:tr>"


NUMBERING = f"""{HEAD}<w:numbering {W}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>
<w:lvlText w:val="●"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>"""
PHONE = "".join(
    [
        _paragraph(_run("المخابز "), _run("تعود إلى العمل"), style="Title"),
        _paragraph(
            _run("صيدا – "),
            _run("عادت سبعة مخابز إلى العمل صباح "),
            _run("الثلاثاء", '<w:b w:val="1"/>'),
            _run("، وقال أصحابها إن الطحين يكفي أسبوعين."),
        ),
        _paragraph(_run("أين تُباع"), style="Heading2"),
        _paragraph(_run("سوق النجارين"), is_item=True),
        _paragraph(_run("ساحة النجمة"), is_item=True),
        f"<w:tbl>{_row('المخبز', 'السعر')}{_row('الأمل', '1.5')}</w:tbl>",
        _paragraph(),
        _paragraph(_run("وتنتظر مخابز أخرى دورها حتى نهاية الأسبوع المقبل.")),
    ]
)
"""What a phone's editor of documents writes: each run by itself, right to left said of it, no list of styles."""
