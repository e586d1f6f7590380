import { combined, type NamePool, names } from './pools'

export const british: NamePool = {
  order: 'middle',
  women: names(
    'Amelia, Charlotte, Eleanor, Harriet, Imogen, Isobel, Lucy, Rosalind, Siân, Bethan, Niamh, Aoife, Zoë, Chloë, Beatrice, Frances, Gemma, Helen, Jocelyn, Louisa, Martha, Naomi, Phoebe, Rebecca, Tamsin, Winifred, Joanna, Kathryn, Morwenna, Alice, Cerys, Dilys, Esther, Flora, Gwen',
  ),
  men: names(
    'Alistair, Benedict, Callum, Dominic, Edward, Finlay, George, Harvey, Isaac, Jonathan, Kieran, Lewis, Marcus, Nathaniel, Oliver, Patrick, Rhys, Samuel, Theo, William, Gareth, Hywel, Seán, Ciarán, Jago, Toby, Arthur, Hugh, Martin, Simon, Owen, Neil, Duncan, Felix, Adam',
  ),
  families: names(
    'Abbott, Ashworth, Barlow, Beckett, Bennett, Blackwood, Bowen, Bradshaw, Carver, Chandler, Clifton, Coombes, Cotterell, Davies, Dawson, Ellison, Evans, Fairbairn, Fielding, Fletcher, Gallagher, Garland, Gibbons, Griffiths, Hadley, Hargreaves, Hartley, Hayward, Holloway, Hughes, Jenkins, Kendrick, Lambert, Langford, Llewellyn, Marlow, Meredith, Morgan, Norris, O’Brien, O’Connor, Ó Súilleabháin, Osborne, Parfitt, Pascoe, Pemberton, Penrose, Pritchard, Quick, Redfern, Rowe, Sawyer, Shepherd, Stokes, Tremayne, Trevithick, Underhill, Vickery, Wakefield, Whitcombe, Yeo, Acland, Brunt, Chilcott, Dyer, Eastman, Furze, Gale, Hembury, Inchbald, Kerslake, Luscombe, Mabey, Northcott, Oke, Pring, Rudge, Selwood, Tazewell, Upcott, Venn, Wadham',
  ),
}

export const southAsian: NamePool = {
  order: 'middle',
  women: names(
    'Priya, Ananya, Meera, Kavita, Sunita, Aisha, Zara, Nasreen, Farah, Divya, Lakshmi, Anjali, Rukhsana, Simran, Harpreet, Nandini, Shabnam, Ritu, Tahira, Usha',
  ),
  men: names(
    'Arjun, Vikram, Rohan, Imran, Bilal, Sanjay, Ravi, Nikhil, Hamza, Gurpreet, Jaspal, Anand, Farhan, Suresh, Dev, Kiran, Mohsin, Pranav, Tariq, Yusuf',
  ),
  families: names(
    'Patel, Sharma, Khan, Hussain, Singh, Mehta, Iyer, Chowdhury, Rahman, Gill, Nair, Banerjee, Malik, Desai, Reddy, Akhtar, Bhatt, Sidhu, Qureshi, Menon, Siddiqui, Kulkarni, Dhillon, Fernando, Perera, Joshi, Kapoor, Lal, Mistry, Trivedi',
  ),
}

export const westAfrican: NamePool = {
  order: 'middle',
  women: names(
    'Adaeze, Ngozi, Folasade, Abena, Efua, Yetunde, Shanice, Marcia, Ama, Ifeoma, Temitope, Chiamaka, Akosua, Bolanle, Claudette, Nneka',
  ),
  men: names(
    'Chukwuemeka, Kwame, Kofi, Olumide, Tunde, Emeka, Delroy, Winston, Babajide, Yaw, Obinna, Femi, Kwabena, Segun, Desmond, Chidi',
  ),
  families: names(
    'Okonkwo, Adeyemi, Mensah, Boateng, Owusu, Eze, Nwosu, Campbell, Grant, Bailey, Ogunleye, Asante, Okafor, Balogun, Agyeman, Clarke, Adjei, Obi, Onyekachi, Folarin, Quartey, Addo, Bannerman, Nelson',
  ),
}

export const chinese: NamePool = {
  order: 'native',
  women: combined(
    'Mei, Xiao, Yu, Jia, Li, Wen, Shu, Ya, Xin, Hui',
    'ling, yan, fei, yi, hua, jing, ting, min, lan, qing',
  ),
  men: combined(
    'Jian, Zhi, Hao, Ming, Yi, Wei, Guo, Jun, Cheng, Tian',
    'hong, qiang, ran, hao, chen, long, feng, ping, yu, dong',
  ),
  families: names(
    'Chen, Wang, Zhang, Liu, Huang, Zhao, Lin, Wu, Xu, Zhou, Ma, Luo, Guo, He, Gao, Zheng, Liang, Song, Tang, Deng, Han, Feng, Cao, Peng',
  ),
}

export const chilean: NamePool = {
  order: 'two families',
  women: names(
    'Javiera, Catalina, Fernanda, Constanza, Valentina, Camila, Francisca, Isidora, Antonia, Rocío, Paulina, Carolina, Ximena, Macarena, Daniela, Pía, Belén, Loreto, Verónica, Soledad, Millaray, Rayén, Ana María, Josefa, Trinidad',
  ),
  men: names(
    'Matías, Benjamín, Vicente, Joaquín, Cristóbal, Sebastián, Diego, Felipe, Ignacio, Tomás, Nicolás, Rodrigo, Andrés, Álvaro, Gonzalo, Hernán, Patricio, Lautaro, Claudio, Raúl, Esteban, Juan Pablo, Germán, Emilio, Óscar',
  ),
  families: names(
    'González, Muñoz, Rojas, Díaz, Pérez, Soto, Contreras, Silva, Martínez, Sepúlveda, Morales, Rodríguez, López, Fuentes, Hernández, Torres, Araya, Flores, Espinoza, Valenzuela, Castillo, Tapia, Reyes, Gutiérrez, Castro, Pizarro, Álvarez, Vásquez, Sánchez, Fernández, Ramírez, Carrasco, Gómez, Cortés, Herrera, Núñez, Jara, Vergara, Rivera, Figueroa, Riquelme, García, Miranda, Bravo, Vera, Molina, Vega, Campos, Sandoval, Orellana, Cárdenas, Quilodrán, Catrileo, Millán, Ibáñez, Yáñez, Undurraga, Larraín, Huenul, Paredes',
  ),
}
