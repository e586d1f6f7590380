import { type NamePool, names, polishFamilies } from './pools'

export const polish: NamePool = {
  order: 'middle',
  women: names(
    'Anna, Katarzyna, Małgorzata, Agnieszka, Zofia, Hanna, Julia, Maja, Aleksandra, Magdalena, Ewa, Joanna, Karolina, Natalia, Paulina, Dorota, Grażyna, Łucja, Wiktoria, Iga, Marta, Alicja, Barbara, Kinga, Weronika',
  ),
  men: names(
    'Piotr, Paweł, Tomasz, Krzysztof, Michał, Jakub, Mateusz, Łukasz, Kacper, Wojciech, Grzegorz, Marcin, Andrzej, Stanisław, Szymon, Filip, Bartosz, Rafał, Maciej, Adam, Dawid, Jędrzej, Konrad, Zbigniew, Tadeusz',
  ),
  families: polishFamilies(
    'Nowak, Kowalski, Wiśniewski, Wójcik, Kamiński, Lewandowski, Zieliński, Szymański, Woźniak, Dąbrowski, Kozłowski, Jankowski, Mazur, Kwiatkowski, Krawczyk, Kaczmarek, Piotrowski, Grabowski, Zając, Pawłowski, Michalski, Król, Wieczorek, Jabłoński, Wróbel, Majewski, Olszewski, Stępień, Malinowski, Jaworski, Pawlak, Górski, Witkowski, Walczak, Sikora, Baran, Rutkowski, Ostrowski, Tomaszewski, Pietrzak, Zalewski, Wróblewski, Marciniak, Jasiński, Sadowski, Bąk, Zawadzki, Duda, Jakubowski, Wilk, Gdaniec, Formela, Kreft, Labuda, Hinc, Czapp, Bielecki, Ciesielski, Gajewski, Lis',
  ),
}

export const ukrainian: NamePool = {
  order: 'middle',
  women: names(
    'Olena, Oksana, Iryna, Kateryna, Nataliia, Yuliia, Sofiia, Daryna, Solomiia, Liudmyla, Halyna, Zoriana, Mariana, Vira, Tetiana',
  ),
  men: names(
    'Oleksandr, Andrii, Dmytro, Serhii, Taras, Bohdan, Ostap, Maksym, Yaroslav, Mykola, Vasyl, Ihor, Roman, Nazar, Pavlo',
  ),
  families: names(
    'Kovalenko, Shevchenko, Bondarenko, Tkachenko, Kravchuk, Oliinyk, Lysenko, Marchenko, Savchuk, Rudenko, Moroz, Petrenko, Hnatiuk, Polishchuk, Boiko, Melnyk, Koval, Ponomarenko, Kostenko, Zaiets, Vovk, Romaniuk, Hrytsenko, Tymoshchuk, Klymenko',
  ),
}

export const kenyan: NamePool = {
  order: 'father',
  women: names(
    'Aisha, Fatuma, Mwanaisha, Zainabu, Halima, Rukia, Amina, Saida, Mwanajuma, Khadija, Wanjirũ, Akinyi, Njeri, Achieng, Chebet, Grace, Mercy, Faith, Joyce, Esther, Wambui, Nafula, Moraa, Kemunto, Neema',
  ),
  men: names(
    'Juma, Hamisi, Bakari, Salim, Athman, Rashid, Omari, Kamau, Otieno, Kiptoo, Mwangi, Kipruto, Baraka, Daniel, Brian, Peter, Samuel, Ouma, Kariuki, Mutiso, Musyoka, Wafula, Onyango, Kiprono, Said',
  ),
  families: names(
    'Mwinyi, Shariff, Abdalla, Mbarak, Athumani, Wekesa, Ochieng’, Odhiambo, Njoroge, Kimani, Waweru, Mwadime, Mghanga, Kombo, Mutua, Musau, Kioko, Chelimo, Rotich, Koech, Langat, Nyambura, Githinji, Barasa, Simiyu, Nyongesa, Omondi, Okoth, Owino, Faraj, Swaleh, Karisa, Katana, Charo, Kazungu, Baya, Mwakio, Nyaga, Gitonga, Karanja, Maina, Ndũng’ũ',
  ),
}

export const egyptian: NamePool = {
  order: 'father',
  nativeShare: 0.1,
  women: names(
    'Layla:ليلى, Nour:نور, Mariam:مريم, Salma:سلمى, Yasmin:ياسمين, Amira:أميرة, Dina:دينا, Heba:هبة, Rania:رانيا, Mona:منى, Nadia:نادية, Farida:فريدة, Hana:هنا, Habiba:حبيبة, Aya:آية, Rana:رنا, Sara:سارة, Nesma:نسمة, Marwa:مروة, Iman:إيمان, Doaa:دعاء, Ghada:غادة, Engy:إنجي, Shaimaa:شيماء, Soheir:سهير',
  ),
  men: names(
    'Omar:عمر, Karim:كريم, Youssef:يوسف, Tarek:طارق, Hany:هاني, Mostafa:مصطفى, Khaled:خالد, Amr:عمرو, Sherif:شريف, Mina:مينا, Bishoy:بيشوي, Ramy:رامي, Walid:وليد, Ziad:زياد, Hossam:حسام, Adel:عادل, Samir:سمير, Nabil:نبيل, Ahmed:أحمد, Mahmoud:محمود, Islam:إسلام, Fady:فادي, George:جورج, Ibrahim:إبراهيم, Yahya:يحيى',
  ),
  families: names(
    'El-Masry:المصري, Mansour:منصور, Farouk:فاروق, Hassan:حسن, Abdel-Rahman:عبد الرحمن, Shenouda:شنودة, Naguib:نجيب, Ghali:غالي, Saleh:صالح, Fahmy:فهمي, Zaki:زكي, Sharaf:شرف, El-Sayed:السيد, Kamel:كامل, Mahfouz:محفوظ, Barakat:بركات, Darwish:درويش, Younes:يونس, Tawfik:توفيق, Soliman:سليمان, Habib:حبيب, Rizk:رزق, Boutros:بطرس, Selim:سليم, Hamdy:حمدي, Ashour:عاشور, Badawi:بدوي, Gaber:جابر, Lotfy:لطفي, Nassar:نصار, Osman:عثمان, Ragab:رجب, Sabry:صبري, Shaker:شاكر, Wahba:وهبة, Zayed:زايد, Amin:أمين, El-Sherif:الشريف, Haddad:حداد, Metwally:متولي',
  ),
}

export const japanese: NamePool = {
  order: 'native',
  nativeShare: 0.14,
  women: names(
    'Misaki:美咲, Yui:結衣, Haruka:遥, Ayaka:彩花, Sakura:桜, Nanami:七海, Mai:舞, Akiko:明子, Yuki:由紀, Emi:恵美, Kaori:香織, Keiko:恵子, Naoko:直子, Rina:里奈, Mio:美緒, Hana:花, Aoi:葵, Chihiro:千尋, Kana:佳奈, Tomomi:智美, Yōko:洋子, Noriko:典子, Megumi:恵, Saki:咲希, Shiori:詩織, Asuka:明日香, Ikumi:郁美, Mayumi:真由美, Reiko:玲子, Hitomi:瞳',
  ),
  men: names(
    'Kenji:健二, Haruto:陽斗, Sōta:颯太, Yūto:悠斗, Takumi:匠, Daiki:大輝, Kaito:海斗, Ryō:涼, Shun:駿, Naoki:直樹, Hiroshi:浩, Makoto:誠, Kazuki:和樹, Tatsuya:達也, Yūsuke:祐介, Shōta:翔太, Kenta:健太, Akira:明, Satoshi:聡, Hideki:秀樹, Kei:圭, Jun:純, Ren:蓮, Tsubasa:翼, Minoru:実, Osamu:修, Masato:正人, Takeshi:武, Yoshio:義雄, Gō:剛',
  ),
  families: names(
    'Satō:佐藤, Suzuki:鈴木, Takahashi:高橋, Tanaka:田中, Watanabe:渡辺, Itō:伊藤, Yamamoto:山本, Nakamura:中村, Kobayashi:小林, Katō:加藤, Yoshida:吉田, Yamada:山田, Sasaki:佐々木, Yamaguchi:山口, Matsumoto:松本, Inoue:井上, Kimura:木村, Hayashi:林, Shimizu:清水, Saitō:斎藤, Mori:森, Ikeda:池田, Hashimoto:橋本, Ishikawa:石川, Ogawa:小川, Fujita:藤田, Okada:岡田, Gotō:後藤, Hasegawa:長谷川, Murakami:村上, Kondō:近藤, Sakamoto:坂本, Endō:遠藤, Aoki:青木, Fujii:藤井, Nishimura:西村, Fukuda:福田, Ōta:太田, Miura:三浦, Okamoto:岡本, Matsuda:松田, Nakajima:中島, Harada:原田, Ono:小野, Tamura:田村, Takeuchi:竹内, Kaneko:金子, Wada:和田, Nakayama:中山, Ishida:石田, Ueda:上田, Morita:森田, Hara:原, Shibata:柴田, Sakai:酒井, Kudō:工藤, Yokoyama:横山, Miyazaki:宮崎, Miyamoto:宮本, Uchida:内田, Takagi:高木, Andō:安藤, Taniguchi:谷口, Ōno:大野, Maruyama:丸山, Imai:今井, Kawano:河野, Fujimoto:藤本, Murata:村田, Takeda:武田, Ueno:上野, Sugiyama:杉山, Masuda:増田, Hirano:平野, Ōtsuka:大塚, Chiba:千葉, Kubo:久保, Matsui:松井, Iwasaki:岩崎, Sakurai:桜井, Kinoshita:木下, Noguchi:野口, Matsuo:松尾, Nomura:野村, Kikuchi:菊地, Sano:佐野, Ōnishi:大西, Sugimoto:杉本, Arai:新井',
  ),
}
