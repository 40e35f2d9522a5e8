/**
 * One word or phrase a line, until the author has lists of their own. What only sells is probable spam; what people
 * say as well, if seldom, holds.
 */
export const defaultSpamWords = `
buy viagra
cheap viagra
generic viagra
viagra online
buy cialis
cheap cialis
generic cialis
cialis online
buy tramadol
buy xanax
buy ambien
canadian pharmacy
online pharmacy
no prescription needed
weight loss pills
male enhancement
casino bonus
no deposit bonus
free spins
sports betting site
slot gacor
situs slot
situs judi
judi online
agen togel
deneme bonusu
bahis siteleri
kaçak bahis
canlı bahis
escort bayan
escort service
escort services
nhà cái
cá cược
instant loan approval
loan offer
crédit sans justificatif
prêt entre particuliers
préstamos rápidos
préstamo urgente
kredit ohne schufa
cassino online
jogo do tigrinho
вулкан казино
купить диплом
купить справку
займ на карту
займы онлайн
накрутка подписчиков
seo services
seo service
seo packages
guest post service
buy backlinks
quality backlinks
rank your website
first page of google
increase your traffic
buy followers
buy instagram followers
comprar seguidores
essay writing service
essay writing services
replica watches
replica handbags
replica rolex
fake diploma
recover my bitcoin
recover your bitcoin
crypto recovery
bitcoin recovery
recovery expert
forex signals
binary options
guaranteed returns
guaranteed profit
double your bitcoin
spell caster
love spells
hire a hacker
professional hacker
代开发票
代写论文
代孕
裸聊
副業で稼ぐ
카지노사이트
바카라사이트
먹튀검증
슬롯사이트
출장안마
قروض فورية
كازينو اون لاين
كازينو أونلاين
جلب الحبيب
شركة مكافحة حشرات
קזינו אונליין
הלוואה מיידית
نمایندگی سایت شرط بندی
سایت شرط بندی
सट्टा मटका
real instagram followers
tiktok followers
sofortkredit
takipçi satın al
무직자 대출
`

export const defaultHoldWords = `
viagra
cialis
casino
casinos
казино
casinò
kasyno
kazino
betting
jackpot
poker online
porn
porno
порно
sex cam
sexcam
onlyfans
escort
escorts
best price
best prices
lowest price
cheap price
discount code
promo code
coupon code
buy now
order now
click here
click the link
link in bio
visit my site
visit my website
visit our site
visit our website
check out my site
check out my website
check out our
dm me
inbox me
contact him
contact her
contact us
work from home
make money online
earn money online
passive income
financial freedom
extra income
investment platform
trading platform
account manager
cbd oil
keto gummies
weight loss
backlinks
backlink
digital marketing
web design company
assignment help
homework help
locksmith near me
plumber near me
packers and movers
crypto
bitcoin
forex
airdrop
nft
заработок в интернете
заработать в интернете
удаленная работа
переходите по ссылке
скидка
дешево купить
geld verdienen
günstig kaufen
jetzt bestellen
gagner de l'argent
meilleur prix
ganar dinero
mejor precio
haz clic aquí
ganhar dinheiro
melhor preço
guadagnare online
miglior prezzo
zarabianie
najlepsza cena
para kazan
hemen tıkla
加微信
微信号
赚钱
兼职
副業
稼げる
수익
부업
ربح المال
اضغط هنا
online casino
online casinos
casino online
casino en ligne
casino en línea
without prescription
payday loan
payday loans
call girls
love spell
kasyno online
online kaszinó
cazino online
онлайн казино
казино онлайн
онлайн казіно
ставки на спорт
микрозайм
seo agency
seo expert
博彩
赌场
娱乐城
百家乐
办证
六合彩
オンラインカジノ
出会い系
バイアグラ
온라인카지노
토토사이트
สล็อต
บาคาร่า
คาสิโน
แทงบอล
หวยออนไลน์
كازينو
شركة تنظيف
شركة نقل عفش
ऑनलाइन कैसीनो
वशीकरण
καζίνο
instagram followers
ohne schufa
schufa
giveaway
free iphone
gift card
gift cards
free cams
live cams
webcam girls
beautiful women
free audit
ranking well
rank higher
working from home
a month from home
takipçi
대출
кредит онлайн
кредит без отказа
kredyt
pożyczka
půjčka
împrumut
prestito
empréstimo
préstamo
`
